package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.adapter.registry.JibImageBuilder;
import io.jenkins.plugins.servicedelivery.adapter.registry.OciRegistry;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulationSettings;
import io.jenkins.plugins.servicedelivery.adapter.source.FileSourceReader;
import io.jenkins.plugins.servicedelivery.cli.terminal.Console;
import io.jenkins.plugins.servicedelivery.cli.terminal.ProgressLines;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildServiceImage;
import io.jenkins.plugins.servicedelivery.core.delivery.Caretaker;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.delivery.DeployEnvironment;
import io.jenkins.plugins.servicedelivery.core.delivery.GrayRelease;
import io.jenkins.plugins.servicedelivery.core.delivery.Operations;
import io.jenkins.plugins.servicedelivery.core.delivery.PlanEnvironment;
import io.jenkins.plugins.servicedelivery.core.delivery.PortTrace;
import io.jenkins.plugins.servicedelivery.core.delivery.RecycleEnvironment;
import io.jenkins.plugins.servicedelivery.core.delivery.RollbackRelease;
import io.jenkins.plugins.servicedelivery.core.delivery.ScanDependencies;
import io.jenkins.plugins.servicedelivery.core.delivery.Status;
import io.jenkins.plugins.servicedelivery.core.delivery.SteerRelease;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import java.nio.file.Path;

/**
 * Puts adapters and use cases together for one call of the tool kit, each when it is first asked for. This is the only
 * place of the tool kit that knows which adapter stands behind which port.
 */
final class Workshop implements AutoCloseable {
    private static final int IMAGES_AT_A_TIME = 2;

    private final Choices choices;
    private final Console console;
    private final Registries registries;
    private SelectedLine line;
    private SimulatedInstallation simulation;
    private ClusterControl control;

    Workshop(Choices choices, Console console) {
        this.choices = choices;
        this.console = console;
        this.registries = new Registries(choices);
    }

    Choices choices() {
        return choices;
    }

    /** The catalog and what should be seen about it. */
    CatalogReader.Inspected inspect() {
        return CatalogReader.inspect(choices.catalog());
    }

    /** The product line that was chosen, in its catalog. */
    SelectedLine line() {
        if (line == null) {
            line = SelectedLine.of(inspect().catalog(), choices);
        }
        return line;
    }

    Catalog catalog() {
        return line().catalog();
    }

    /** Absolute path of the catalog's folder, which the sources are relative to. */
    String folder() {
        return choices.catalog().toAbsolutePath().normalize().toString();
    }

    BuiltImages builtImages() {
        return new BuiltImages(choices.state());
    }

    ScanDependencies scanDependencies() {
        return new ScanDependencies(new FileSourceReader());
    }

    BuildServiceImage buildServiceImage() {
        OciRegistry registry = registries.target();
        Path work = choices.state().resolve("build");
        return new BuildServiceImage(
                new JibImageBuilder(registry, registries::holding, work),
                registry,
                new ProcessCommandRunner(),
                new MachineTime(),
                IMAGES_AT_A_TIME);
    }

    PlanEnvironment planEnvironment() {
        return new PlanEnvironment(control().ports(), ProtectedNamespaces.STANDARD);
    }

    DeployEnvironment deployEnvironment() {
        return new DeployEnvironment(control(), ProtectedNamespaces.STANDARD);
    }

    RecycleEnvironment recycleEnvironment() {
        return new RecycleEnvironment(control(), ProtectedNamespaces.STANDARD);
    }

    GrayRelease grayRelease() {
        return new GrayRelease(control());
    }

    SteerRelease steerRelease() {
        return new SteerRelease(control());
    }

    RollbackRelease rollbackRelease() {
        return new RollbackRelease(control());
    }

    Caretaker caretaker() {
        return control().caretaker();
    }

    /** What runs in an environment. */
    NamespaceView observe(Environment environment) {
        return control().ports().cluster().observe(environment.namespace());
    }

    Status status() {
        return new Status(control().ports());
    }

    /** What shows how an operation goes. */
    ProgressListener progress() {
        return new ProgressLines(console, control().ports().time());
    }

    /** Who asks, as records keep it. */
    String user() {
        return System.getProperty("user.name");
    }

    /** The cluster that the tool kit works on, behind the product's back. */
    SimulatedInstallation simulation() {
        if (simulation == null) {
            simulation = SimulatedInstallation.open(
                    choices.state().resolve("cluster"),
                    SimulationSettings.standard(),
                    registries::pull,
                    RecordKinds.ALL);
        }
        return simulation;
    }

    /** Lets others work on the cluster. */
    @Override
    public void close() {
        if (simulation != null) {
            simulation.close();
        }
    }

    /** What the cluster is called wherever its results are shown. */
    String clusterName() {
        return "simulated cluster";
    }

    private PortTrace tracing() {
        return new PortTrace(call -> console.message(call.get()));
    }

    /** A process has a name of its own: whoever is started again must not be taken for the one that was killed. */
    private ClusterControl control() {
        if (control == null) {
            ClusterPorts ports = simulation().ports();
            ClusterPorts heard = choices.trace() ? tracing().traced(ports) : ports;
            String holder = user() + ", process " + ProcessHandle.current().pid();
            control = new ClusterControl(heard, Operations.on(heard), holder);
        }
        return control;
    }
}

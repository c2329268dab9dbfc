package io.jenkins.plugins.servicedelivery.jenkins;

import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterSettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Images;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import io.jenkins.plugins.servicedelivery.jenkins.settings.SimulatedConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** A Jenkins with the tea line in the workspaces of its jobs and a simulated cluster whose time is fast. */
public final class DeliveryRoom {
    /** The name of the cluster. */
    public static final String CLUSTER = "simulated";

    private static final double SPEED = 20;

    private final JenkinsRule jenkins;

    private DeliveryRoom(JenkinsRule jenkins) {
        this.jenkins = jenkins;
    }

    /** The room in this Jenkins. */
    public static DeliveryRoom in(JenkinsRule jenkins) {
        SimulatedConnection connection = new SimulatedConnection();
        connection.setSpeed(SPEED);
        connection.setRequestsPerSecond(50);
        ServiceDeliveryConfiguration.get().setClusters(List.of(new ClusterSettings(CLUSTER, connection)));
        return new DeliveryRoom(jenkins);
    }

    /** The room in this Jenkins, as it was set up before a restart. */
    public static DeliveryRoom of(JenkinsRule jenkins) {
        return new DeliveryRoom(jenkins);
    }

    /** A Pipeline job whose workspace has the catalog; its steps run inside a node. */
    public WorkflowJob job(String name, String steps) throws Exception {
        return scripted(name, "node {\n" + steps + "\n}");
    }

    /** A Pipeline job with this script, whose workspace has the catalog. */
    public WorkflowJob scripted(String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        line(job);
        return job;
    }

    /** The line in the workspace of a job. */
    public TeaLine line(WorkflowJob job) throws Exception {
        Path workspace = Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote());
        return TeaLine.in(workspace, new Images().builtIn());
    }

    /** The simulated cluster behind the product's back. */
    public SimulatedInstallation cluster() {
        return ((SimulatedConnection.Connected) Clusters.get().connected(CLUSTER)).installation();
    }

    /** The only record whose key begins so. */
    public Record<?, ?> record(String prefix) {
        List<Record<?, ?>> found = cluster().ports().records().list().stream()
                .<Record<?, ?>>map(record -> record)
                .filter(record -> record.key().value().startsWith(prefix))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " records begin with " + prefix + ": " + found);
        }
        return found.get(0);
    }

    /** How the requests of a service are divided now, in percent by version. */
    public Map<String, Integer> weights(String namespace, String service) {
        return cluster()
                .ports()
                .router()
                .observe(new RouteKey(namespace, Name.of(service)))
                .orElseThrow()
                .written()
                .weights()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().percent()));
    }
}

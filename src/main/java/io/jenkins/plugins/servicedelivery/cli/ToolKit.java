package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.Choices.Login;
import io.jenkins.plugins.servicedelivery.cli.Choices.RemoteRegistry;
import io.jenkins.plugins.servicedelivery.cli.terminal.Console;
import io.jenkins.plugins.servicedelivery.cli.terminal.Terminal;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Secret;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code service-delivery} with the options that all commands share. */
@Command(
        name = "service-delivery",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ToolKitVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = false,
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        descriptionHeading = "%n",
        footerHeading = "%nExamples:%n",
        description = "Takes a product line of microservices from source to production.",
        footer = {
            "  service-delivery demo",
            "  service-delivery validate --catalog shop",
            "  service-delivery release orders --in production --catalog shop"
        },
        subcommands = {
            ValidateCommand.class,
            ScanCommand.class,
            BuildCommand.class,
            PlanCommand.class,
            DeployCommand.class,
            ReleaseCommand.class,
            StatusCommand.class,
            RollbackCommand.class,
            RecycleCommand.class,
            TendCommand.class,
            SimulateCommand.class,
            DemoCommand.class,
        })
final class ToolKit implements Runnable {
    /** Where the password of the registry is read from: no argument, because arguments are seen by everybody. */
    static final String PASSWORD_VARIABLE = "SERVICE_DELIVERY_REGISTRY_PASSWORD";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-c", "--catalog"},
            paramLabel = "DIR",
            defaultValue = ".",
            scope = ScopeType.INHERIT,
            description = "The folder of the catalog: all *.yaml files in it (default: this folder).")
    private Path catalog;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = ".service-delivery",
            scope = ScopeType.INHERIT,
            description = "The folder of the simulated cluster and the images (default: ${DEFAULT-VALUE}).")
    private Path state;

    @Option(
            names = "--line",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The product line (default: the only one of the catalog).")
    private Optional<Name> line;

    @Option(
            names = "--registry",
            paramLabel = "HOST",
            scope = ScopeType.INHERIT,
            description = "Push to and read from this registry, host[:port], in place of the host that the product line"
                    + " names (default: an OCI image layout below --state).")
    private Optional<String> registry;

    @Option(
            names = "--registry-user",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The user at the registry; the password is taken from " + PASSWORD_VARIABLE + ".")
    private Optional<String> registryUser;

    @Option(
            names = "--registry-ca",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Trust the certificates of this PEM file at that registry, too.")
    private Optional<Path> authorities;

    @Option(
            names = "--registry-plain-http",
            scope = ScopeType.INHERIT,
            description = "Speak to that registry without TLS, for one on this machine.")
    private boolean plainHttp;

    @Option(
            names = "--trace",
            scope = ScopeType.INHERIT,
            description = "Print every call to the cluster and what came of it.")
    private boolean trace;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print one JSON document on standard output, for errors, too.")
    private boolean json;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours; the variable NO_COLOR does the same.")
    private boolean noColour;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No progress, only the result.")
    private boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of what went wrong.")
    private boolean debug;

    private Console console;

    ToolKit(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    Terminal terminal() {
        return terminal;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    boolean debug() {
        return debug;
    }

    Choices choices() {
        if (registry.isEmpty() && (registryUser.isPresent() || authorities.isPresent() || plainHttp)) {
            throw new ParameterException(spec.commandLine(), "--registry is missing, and without it nobody is asked");
        }
        return new Choices(catalog, state, line, registry.map(this::remote), trace);
    }

    /** What the command works with, put together for this call. */
    Workshop workshop() {
        return new Workshop(choices(), console());
    }

    private RemoteRegistry remote(String host) {
        try {
            return new RemoteRegistry(
                    host, plainHttp, authorities, registryUser.map(user -> new Login(user, password())));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Secret password() {
        String password = terminal.variables().get(PASSWORD_VARIABLE);
        if (password == null) {
            throw new ParameterException(
                    spec.commandLine(), "--registry-user is given, and the variable " + PASSWORD_VARIABLE + " is not");
        }
        return Secret.of(password);
    }

    /** The console with the settings of this call; made once, because it knows what is on the screen. */
    Console console() {
        if (console == null) {
            boolean coloured = terminal.mayBeColoured() && !noColour;
            console = new Console(terminal, new Console.Settings(json, coloured, quiet));
        }
        return console;
    }
}

package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulationSettings;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.nio.file.Path;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The built-in cluster: nothing of it is real, and everything can be tried on it. It is kept under {@code JENKINS_HOME}. */
public final class SimulatedConnection extends ClusterConnection {
    private static final double MOST_REQUESTS = 100_000;
    private static final double MOST_SPEED = 1000;

    private double requestsPerSecond = 20;
    private double speed = 1;

    @DataBoundConstructor
    public SimulatedConnection() {
        // everything has a default
    }

    /** How many requests arrive at each service. */
    public double getRequestsPerSecond() {
        return requestsPerSecond;
    }

    @DataBoundSetter
    public void setRequestsPerSecond(double requestsPerSecond) {
        refuseOutside(requestsPerSecond, MOST_REQUESTS, "requestsPerSecond");
        this.requestsPerSecond = requestsPerSecond;
    }

    /** How many seconds pass on it in one second. */
    public double getSpeed() {
        return speed;
    }

    @DataBoundSetter
    public void setSpeed(double speed) {
        refuseOutside(speed, MOST_SPEED, "speed");
        this.speed = speed;
    }

    @Override
    public boolean isSimulated() {
        return true;
    }

    @Override
    public boolean isOpenToAll() {
        return true;
    }

    @Override
    public Connected connect(String cluster) {
        Path folder = JenkinsFacade.ownFolder().resolve("clusters").resolve(cluster);
        SimulatedInstallation installation = SimulatedInstallation.openRunning(
                folder,
                SimulationSettings.standard().requestsPerSecond(requestsPerSecond),
                new Images()::pull,
                RecordKinds.ALL,
                speed);
        installation.hands().setRequestsPerSecond(requestsPerSecond);
        return new Connected(installation);
    }

    private static void refuseOutside(double value, double most, String field) {
        whyNot(value, most).ifPresent(reason -> {
            throw new RefusedSetting(reason, field);
        });
    }

    private static Optional<String> whyNot(double value, double most) {
        return value >= 0 && value <= most
                ? Optional.empty()
                : Optional.of(Messages.SimulatedConnection_outside((long) most));
    }

    /** A simulated cluster that is open. */
    public record Connected(SimulatedInstallation installation) implements ConnectedCluster {
        @Override
        public ClusterPorts ports() {
            return installation.ports();
        }

        @Override
        public void close() {
            installation.close();
        }
    }

    @Extension
    @Symbol("simulated")
    public static final class DescriptorImpl extends ClusterConnectionDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.SimulatedConnection_displayName();
        }

        @POST
        public FormValidation doCheckRequestsPerSecond(@QueryParameter String value) {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
            return check(value, MOST_REQUESTS);
        }

        @POST
        public FormValidation doCheckSpeed(@QueryParameter String value) {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
            return check(value, MOST_SPEED);
        }

        private static FormValidation check(String value, double most) {
            try {
                return whyNot(Double.parseDouble(value.trim()), most)
                        .map(FormValidation::error)
                        .orElseGet(FormValidation::ok);
            } catch (NumberFormatException e) {
                return FormValidation.error(Messages.SimulatedConnection_outside((long) most));
            }
        }
    }
}

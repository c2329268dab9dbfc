package io.jenkins.plugins.servicedelivery.jenkins.views;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.jenkins.DeliveryRoom;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryIndex;
import io.jenkins.plugins.servicedelivery.jenkins.records.IndexedLine;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterSettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** What was delivered is there after a restart, also where the cluster is not there any more. */
class DeliveryRestartITest {
    @RegisterExtension
    private final JenkinsSessionExtension session = new JenkinsSessionExtension();

    @Test
    void shouldKeepThePageAndTheIndex() throws Throwable {
        String[] before = new String[1];
        List<List<IndexedLine>> index = new ArrayList<>();
        session.then(jenkins -> {
            ReleaseScene scene = ReleaseScene.in(jenkins, "tea");
            before[0] = Visitor.anonymous(jenkins).operation(scene.rolledBack());
            index.add(DeliveryIndex.get().lines());
        });
        session.then(jenkins -> {
            ServiceDeliveryConfiguration.get().setClusters(List.of(new ClusterSettings("another", null)));
            Run<?, ?> run =
                    jenkins.jenkins.getItemByFullName("tea", WorkflowJob.class).getBuildByNumber(2);

            assertThat(Visitor.anonymous(jenkins).operation(run))
                    .isEqualTo(before[0])
                    .contains("Rolled back");
            assertThat(DeliveryIndex.get().lines()).isEqualTo(index.get(0)).isNotEmpty();
            assertThat(index.get(0).get(0).cluster()).isEqualTo(DeliveryRoom.CLUSTER);
        });
    }
}

package io.jenkins.plugins.servicedelivery.jenkins.agent;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.File;
import java.io.IOException;
import java.io.Serial;
import java.util.SortedMap;
import java.util.TreeMap;
import jenkins.MasterToSlaveFileCallable;

/** The catalog in a workspace, as texts: what an agent sends is read on the controller, as strictly as any catalog. */
public final class WorkspaceCatalog {
    private static final String TRIED = "Reading the catalog in the workspace";

    private WorkspaceCatalog() {}

    /**
     * The texts by file name. Blocks while the agent reads them.
     *
     * @param folder in the workspace; empty for the workspace itself
     */
    public static SortedMap<String, String> texts(FilePath workspace, String folder) throws InterruptedException {
        WorkspaceFolder.checked("catalog", folder);
        AgentAnswer<TreeMap<String, String>> answer;
        try {
            answer = workspace.act(new Reading(folder));
        } catch (IOException e) {
            throw new FailedException(TRIED, String.valueOf(e.getMessage()), "Run the build again.", e);
        }
        return answer.get();
    }

    private static final class Reading extends MasterToSlaveFileCallable<AgentAnswer<TreeMap<String, String>>> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String folder;

        Reading(String folder) {
            this.folder = folder;
        }

        @Override
        public AgentAnswer<TreeMap<String, String>> invoke(File workspace, VirtualChannel channel) {
            try {
                return AgentAnswer.of(
                        new TreeMap<>(CatalogReader.texts(WorkspaceFolder.in(workspace.toPath(), "catalog", folder))));
            } catch (DeliveryException e) {
                return AgentAnswer.of(AgentFailure.of(e));
            } catch (RuntimeException e) {
                return AgentAnswer.of(AgentFailure.ofMistake(TRIED, e));
            }
        }
    }
}

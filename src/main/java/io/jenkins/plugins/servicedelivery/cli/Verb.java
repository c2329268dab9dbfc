package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/** A command of the tool kit: it works, comes to an {@link Answer}, and the answer is shown. */
abstract class Verb implements Callable<Integer> {
    @ParentCommand
    private ToolKit toolKit;

    @Override
    public final Integer call() throws InterruptedException {
        Answer answer = answer();
        console().result(answer.lines(), answer.document());
        return answer.exitCode().number();
    }

    /** Does what the command is for. */
    final Answer answer() throws InterruptedException {
        try (Workshop workshop = toolKit.workshop()) {
            return answer(workshop);
        }
    }

    /** Does what the command is for, with what was chosen. */
    abstract Answer answer(Workshop workshop) throws InterruptedException;

    final Console console() {
        return toolKit.console();
    }

    final ToolKit toolKit() {
        return toolKit;
    }
}

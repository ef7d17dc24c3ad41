package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.ALICE;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedSlack;

/** The acts that change the world, each in a project and a channel of its own. */
enum KillTestAct {
    RERUN("rerun rerunning", "Rerun by Alice") {
        @Override
        void prepare(SimulatedSemaphore semaphore) {
            semaphore.finish(push(semaphore));
        }

        @Override
        int times(SimulatedSemaphore semaphore) {
            return semaphore.workflows(project()).size() - 1;
        }
    },
    REBUILD("rebuild rebuilding", "Rebuilt by Alice") {
        @Override
        void prepare(SimulatedSemaphore semaphore) {
            var pipeline = push(semaphore);
            semaphore.begin(pipeline);
            semaphore.failJob(pipeline, "Test", "unit", 1, "expected 1, got 2");
        }

        @Override
        int times(SimulatedSemaphore semaphore) {
            return semaphore.pipelines(project()).size() - 1;
        }
    },
    RUN("run running", "Run by Alice") {
        @Override
        void prepare(SimulatedSemaphore semaphore) {
            semaphore.finish(push(semaphore));
        }

        @Override
        int times(SimulatedSemaphore semaphore) {
            return semaphore.workflows(project()).size() - 1;
        }
    },
    STOP("stop stopping", "Stopped by Alice") {
        @Override
        void prepare(SimulatedSemaphore semaphore) {
            semaphore.begin(push(semaphore));
        }

        @Override
        int times(SimulatedSemaphore semaphore) {
            return semaphore.state(semaphore.pipelines(project()).get(0)).startsWith("stop") ? 1 : 0;
        }
    },
    /** The last, since the bot waits for its answer less than for others. */
    PROMOTE("promote production promoting", "Promoted to production by Alice") {
        @Override
        void prepare(SimulatedSemaphore semaphore) {
            semaphore.finish(push(semaphore));
        }

        @Override
        int times(SimulatedSemaphore semaphore) {
            return semaphore.promotions(project()).size();
        }
    };

    /** What a card in the channel says once it is done. */
    final String told;

    private final String line;

    KillTestAct(String line, String told) {
        this.line = line;
        this.told = told;
    }

    String project() {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    String channel() {
        return "C0" + name();
    }

    void ask(SimulatedSlack slack) {
        slack.says(ALICE, channel(), "/semaphore " + line);
    }

    /** Brings the project to where this can be asked for. */
    abstract void prepare(SimulatedSemaphore semaphore);

    /** How often it was done. */
    abstract int times(SimulatedSemaphore semaphore);

    String push(SimulatedSemaphore semaphore) {
        return semaphore.push(project(), "main", "Round invoices", "alice").pipelineId();
    }
}

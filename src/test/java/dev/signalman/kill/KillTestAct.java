package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.ALICE;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedSlack;

/** Acts on Semaphore, each in a separate project and channel. */
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
            return (int) semaphore.pipelines(project()).stream()
                    .filter(pipeline -> semaphore.state(pipeline).startsWith("stop"))
                    .count();
        }
    },
    /** Last, since its time-out is shortest. */
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

    /** The card's words once it is done. */
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

    /** Prepares the project for the act. */
    abstract void prepare(SimulatedSemaphore semaphore);

    /** Number of times that it was done. */
    abstract int times(SimulatedSemaphore semaphore);

    String push(SimulatedSemaphore semaphore) {
        return semaphore.push(project(), "main", "Round invoices", "alice").pipelineId();
    }
}

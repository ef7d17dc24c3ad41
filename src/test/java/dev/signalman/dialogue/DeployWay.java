package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.simulator.semaphore.AutoPromotion;
import dev.signalman.simulator.semaphore.PromotionPlan;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The ways in which a deploy can start, each in a project of its own. Names are the rows of docs/security.md. */
enum DeployWay {
    PROMOTE_IN_SLACK("promote in Slack", true) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.says(ALICE, "/semaphore promote production pipeline " + before.passed());
        }
    },
    RUN_IN_SLACK("run of its file in Slack", true) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.says(ALICE, "/semaphore run " + project() + "@main file=" + PipelineFixture.PRODUCTION);
        }
    },
    RERUN_IN_SLACK("rerun in Slack", true) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.says(ALICE, "/semaphore rerun " + before.run());
        }
    },
    REBUILD_IN_SLACK("rebuild in Slack", true) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.says(ALICE, "/semaphore rebuild " + before.promoted());
        }
    },
    PROMOTED_ON_THE_WEB("promoted on the web", false) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.semaphore().promoteOnTheWeb(before.passed(), "production", "bob", Map.of());
        }
    },
    PROMOTED_THROUGH_THE_API("promoted through the API or by sem", false) {
        @Override
        void start(Dialogue bot, Deploys before) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(bot.semaphore().url() + "/api/v1alpha/promotions"))
                    .header("Authorization", "Token " + bot.semaphore().token("bob"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("name=production&pipeline_id="
                            + URLEncoder.encode(before.passed(), StandardCharsets.UTF_8)))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
    },
    AUTO_PROMOTED("auto_promote", false) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.semaphore()
                    .addProject(project())
                    .promotion(PromotionPlan.promotion("production", PipelineFixture.PRODUCTION)
                            .guardedBy("production")
                            .automatically(AutoPromotion.WHEN_PASSED));
            bot.passed(project(), "Round invoices once more");
            bot.passes(Duration.ofSeconds(1));
        }
    },
    SCHEDULED("a scheduled task", false) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.semaphore().runBySchedule(project(), "main", PipelineFixture.PRODUCTION, "bob");
        }
    },
    RUN_ON_THE_WEB("run on the web", false) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.semaphore().runOnTheWeb(project(), "main", PipelineFixture.PRODUCTION, "bob");
        }
    },
    RERUN_ON_THE_WEB("rerun on the web", false) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.semaphore().rerunOnTheWeb(before.run(), "bob");
        }
    },
    REBUILT_ON_THE_WEB("rebuilt on the web", false) {
        @Override
        void start(Dialogue bot, Deploys before) {
            bot.semaphore().rebuildOnTheWeb(before.promoted(), "bob");
        }
    };

    private final String row;
    private final boolean inSlack;

    DeployWay(String row, boolean inSlack) {
        this.row = row;
        this.inSlack = inSlack;
    }

    /** What the project has before: a passed pipeline, and two failed deploys, by a promotion and by a run. */
    record Deploys(String passed, String promoted, String run) {}

    abstract void start(Dialogue bot, Deploys before) throws Exception;

    /** The row of the tables. */
    String row() {
        return row;
    }

    boolean inSlack() {
        return inSlack;
    }

    String project() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

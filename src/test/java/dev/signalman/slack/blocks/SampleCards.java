package dev.signalman.slack.blocks;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.Text;
import dev.signalman.command.Logs;
import dev.signalman.command.Promote;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Rerun;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import java.util.List;
import java.util.Map;

/** Pipeline cards with the buttons of each state. */
final class SampleCards {
    static final String URL = "https://acme.semaphoreci.com/workflows/acabe58e-4bcc-4d39-be06-e98d71917703?pipeline_id="
            + SamplePipeline.ID;
    private static final Subject PIPELINE = Subject.pipeline(SamplePipeline.ID);

    static final Button RERUN = Button.of("Rerun", new Rerun(Subject.workflow("acabe58e-4bcc-4d39-be06-e98d71917703")));
    static final Button STOP = Button.of("Stop", new Stop(PIPELINE))
            .asking("Stop this pipeline?", "web on main, commit 9f1c2ab. Running jobs are stopped.", "Stop", "Cancel");

    private SampleCards() {}

    static PipelineCard of(SamplePipeline pipeline, Button... buttons) {
        return with(pipeline, "", List.of(), List.of(), CardActions.of(buttons));
    }

    static PipelineCard with(
            SamplePipeline pipeline, String asked, List<Text> facts, List<Text> deploys, CardActions actions) {
        return new PipelineCard(
                "web",
                pipeline.read(),
                URL,
                "https://github.com/acme/web/commit/9f1c2ab",
                "Alice",
                asked,
                facts,
                deploys,
                SamplePipeline.BEGAN.plusSeconds(125),
                actions);
    }

    static Button[] afterFailure() {
        return new Button[] {
            Button.of("Rebuild failed", new Rebuild(PIPELINE)).primary(), Button.of("Logs", new Logs(PIPELINE)), RERUN
        };
    }

    static Button promote(String promotion) {
        return promote(promotion, Map.of());
    }

    static Button promote(String promotion, Map<String, String> parameters) {
        return Button.of("Promote to " + promotion, new Promote(promotion, PIPELINE, parameters, false, false, null));
    }
}

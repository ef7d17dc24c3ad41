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
import dev.signalman.domain.JobFinding;
import java.util.HashMap;
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

    /** A job that ran from and until these seconds after the pipeline began. */
    static JobFinding ran(long from, long until) {
        return new JobFinding(
                SamplePipeline.BEGAN.plusSeconds(from), SamplePipeline.BEGAN.plusSeconds(until), null, "");
    }

    /** Eight jobs, of which the third is new to failing and the seventh is not. */
    static Map<String, JobFinding> afterTests() {
        var findings = new HashMap<String, JobFinding>();
        findings.put("j-Build0", ran(0, 62));
        for (int n = 0; n < 8; n++) {
            findings.put("j-rspec" + n, ran(62, 100 + n));
        }
        var third = ran(62, 343);
        findings.put(
                "j-rspec2", new JobFinding(third.started(), third.finished(), 1, "new: passed in the last 10 runs"));
        findings.put(
                "j-rspec6", new JobFinding(third.started(), third.finished(), null, "flaky: failed 3 of the last 10"));
        return findings;
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

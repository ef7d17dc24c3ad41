package stock;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.google.gson.JsonObject;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;

/** The same facts as Signalman's card of a passed pipeline, in the SDK's own model. */
final class StockCard {
    private final JsonObject pipeline;
    private final JsonObject described;
    private final String semaphore;

    StockCard(JsonObject described, String semaphore) {
        this.described = described;
        this.pipeline = described.getAsJsonObject("pipeline");
        this.semaphore = semaphore;
    }

    String sentence() {
        return "web " + text("result") + " on " + text("branch_name") + ": " + text("commit_message");
    }

    List<LayoutBlock> blocks() {
        var url = semaphore + "/workflows/" + text("wf_id") + "?pipeline_id=" + text("ppl_id");
        var strip = new ArrayList<ContextBlockElement>();
        for (var block : described.getAsJsonArray("blocks")) {
            var each = block.getAsJsonObject();
            strip.add(plainText(each.get("result").getAsString() + " " + each.get("name").getAsString()));
        }
        return asBlocks(
                section(s -> s.text(markdownText(":large_green_circle: *web* " + text("result") + " on `"
                        + text("branch_name") + "` · <" + url + "|Open in Semaphore>"))),
                section(s -> s.text(markdownText(text("commit_message") + "  `"
                        + text("commit_sha").substring(0, 7) + "`  "
                        + pipeline.getAsJsonObject("triggerer")
                                .get("wf_triggerer_provider_login")
                                .getAsString()))),
                context(strip),
                actions(asElements(button(b -> b.text(plainText("Rerun"))
                        .actionId("command:rerun:1")
                        .value("rerun workflow " + text("wf_id"))))));
    }

    private String text(String field) {
        return pipeline.get(field).getAsString();
    }
}

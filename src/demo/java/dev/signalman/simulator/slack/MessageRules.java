package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Validates messages and views, with Slack's error codes. */
final class MessageRules {
    private static final int MOST_BLOCKS = 50;
    private static final int LONGEST_TEXT = 40_000;
    private static final int LONGEST_UPDATE = 4_000;
    private static final int LONGEST_BLOCKS = 13_200;
    private static final int LARGEST_VIEW = 250_000;

    private final BlockSchema messages = BlockSchema.ofMessages();
    private final BlockSchema views = BlockSchema.ofViews();

    /** Validates a new message from any source; returns its blocks, empty for none. */
    ArrayNode post(@Nullable String text, @Nullable ArrayNode blocks) {
        var some = blocks == null ? SlackJson.array() : blocks;
        if (some.isEmpty() && (text == null || text.isBlank())) {
            throw new SlackRefusal("no_text");
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new SlackRefusal("msg_too_long");
        }
        judge(some);
        return some;
    }

    /** Validates an update: shorter text, and rich text must stay rich text. */
    ArrayNode update(PostedMessage old, @Nullable String text, @Nullable ArrayNode blocks) {
        if (text != null && text.length() > LONGEST_UPDATE) {
            throw new SlackRefusal("msg_too_long");
        }
        var some = post(text, blocks);
        if (hasRichText(old.blocks()) && !hasRichText(some)) {
            throw new SlackRefusal("block_mismatch");
        }
        return some;
    }

    /** Validates an unfurl, in which Slack accepts no rich text. */
    void unfurl(ArrayNode blocks) {
        if (blocks.isEmpty()) {
            throw new SlackRefusal("invalid_unfurls_format");
        }
        if (hasRichText(blocks)) {
            throw new SlackRefusal("invalid_blocks", "[ERROR] unsupported type: rich_text [json-pointer:/blocks]");
        }
        judge(blocks);
    }

    private static boolean hasRichText(ArrayNode blocks) {
        return StreamSupport.stream(blocks.spliterator(), false)
                .anyMatch(block -> block.path("type").asText().equals("rich_text"));
    }

    private void judge(ArrayNode blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        if (blocks.size() > MOST_BLOCKS) {
            throw new SlackRefusal(
                    "invalid_blocks", "[ERROR] no more than " + MOST_BLOCKS + " items allowed [json-pointer:/blocks]");
        }
        var faults = new ArrayList<>(messages.faults(
                SlackJson.object()
                        .put("text", "only the blocks are judged here")
                        .set("blocks", blocks),
                ""));
        faults.addAll(UndocumentedRules.faultsOfMessage(blocks));
        if (!faults.isEmpty()) {
            throw new SlackRefusal("invalid_blocks", faults);
        }
        if (SlackJson.write(blocks).length() > LONGEST_BLOCKS) {
            throw new SlackRefusal("msg_blocks_too_long");
        }
    }

    /** Validates a modal or home tab. */
    void view(ObjectNode view) {
        if (SlackJson.write(view).getBytes(StandardCharsets.UTF_8).length > LARGEST_VIEW) {
            throw new SlackRefusal("view_too_large");
        }
        var faults = new ArrayList<>(views.faults(view, "/view"));
        var modal = view.path("type").asText().equals("modal");
        faults.addAll(UndocumentedRules.faultsOfView(view.path("blocks"), modal));
        if (modal && hasInput(view.path("blocks")) && !view.has("submit")) {
            faults.add("[ERROR] submit is required when an input block is within blocks [json-pointer:/view/submit]");
        }
        if (!faults.isEmpty()) {
            throw new SlackRefusal("invalid_arguments", faults);
        }
    }

    private static boolean hasInput(JsonNode blocks) {
        return StreamSupport.stream(blocks.spliterator(), false)
                .anyMatch(block -> block.path("type").asText().equals("input"));
    }
}

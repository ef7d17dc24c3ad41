package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands (or stood, where it was read earlier).
 *
 * @param ts its name within the channel: seconds with six decimals
 * @param author the id of a person or of the bot
 * @param blocks with the ids that Slack adds; empty for a message of text alone
 * @param threadTs the {@code ts} of the message whose thread it is in, null at top level
 * @param ephemeralFor the one person who sees it; null when all in the channel do
 * @param unfurls what the app showed under it of its links: blocks by address
 * @param earlier what it said before each change, oldest first
 */
public record PostedMessage(
        String channel,
        String ts,
        String author,
        String text,
        ArrayNode blocks,
        @Nullable String threadTs,
        @Nullable String ephemeralFor,
        Map<String, ArrayNode> unfurls,
        List<Version> earlier) {
    /** What a message said before it was changed. */
    public record Version(String text, ArrayNode blocks) {}

    /** Copies the history and the unfurls. */
    public PostedMessage {
        unfurls = Collections.unmodifiableMap(new LinkedHashMap<>(unfurls));
        earlier = List.copyOf(earlier);
    }

    PostedMessage saying(String text, ArrayNode blocks) {
        var history = new ArrayList<>(earlier);
        history.add(new Version(this.text, this.blocks));
        return new PostedMessage(channel, ts, author, text, blocks, threadTs, ephemeralFor, unfurls, history);
    }

    PostedMessage unfurling(Map<String, ArrayNode> more) {
        var all = new LinkedHashMap<>(unfurls);
        all.putAll(more);
        return new PostedMessage(channel, ts, author, text, blocks, threadTs, ephemeralFor, all, earlier);
    }

    /** Whether one person alone sees it. */
    public boolean ephemeral() {
        return ephemeralFor != null;
    }

    /** The labels of the buttons on it, in order. */
    public List<String> buttons() {
        return InteractiveControl.on(blocks).stream()
                .filter(control -> control.type().equals("button"))
                .map(InteractiveControl::label)
                .toList();
    }

    /** The message drawn as plain text, buttons in square brackets. */
    public String drawn() {
        var drawn = new StringBuilder(blocks.isEmpty() ? Mrkdwn.drawn(text) : MessageText.ofBlocks(blocks));
        unfurls.values()
                .forEach(each -> MessageText.ofBlocks(each)
                        .lines()
                        .forEach(line -> drawn.append("\n| ").append(line)));
        return drawn.toString();
    }

    boolean visibleTo(String person) {
        return ephemeralFor == null || ephemeralFor.equals(person);
    }
}

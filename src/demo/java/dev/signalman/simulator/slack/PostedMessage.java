package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a message.
 *
 * @param ts its id within the channel: seconds with six decimals
 * @param author id of a person or of the bot
 * @param blocks with the ids that Slack adds; empty for a text-only message
 * @param threadTs {@code ts} of the thread's first message, null at top level
 * @param ephemeralFor the only person who sees it; null for everybody
 * @param unfurls the app's link previews: blocks by address
 * @param earlier earlier versions, oldest first
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
    /** An earlier version. */
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

    public boolean ephemeral() {
        return ephemeralFor != null;
    }

    /** Button labels in order. */
    public List<String> buttons() {
        return InteractiveControl.on(blocks).stream()
                .filter(control -> control.type().equals("button"))
                .map(InteractiveControl::label)
                .toList();
    }

    /** The choices of its menu of further actions, behind the dots. */
    public List<String> more() {
        return InteractiveControl.on(blocks).stream()
                .filter(control -> control.type().equals("overflow"))
                .flatMap(control -> control.options().stream())
                .toList();
    }

    /** The message as plain text, buttons in square brackets. */
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

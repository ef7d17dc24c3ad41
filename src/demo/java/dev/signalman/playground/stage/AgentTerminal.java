package dev.signalman.playground.stage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.playground.stage.McpCaller.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A terminal in which an agent asks for a promotion, and waits for what people decide. It calls the bot's door as any agent
 * does, and prints calls and answers.
 */
public final class AgentTerminal implements AutoCloseable {
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 500;
    private static final long TRIES_AGAIN_MILLIS = 1_000;
    private static final Pattern QUOTED = Pattern.compile("(?s).*\\n----- begin ([0-9a-f]+)\\n(.*)\\n----- end \\1");
    private static final Pattern NUMBER = Pattern.compile("#([0-9]{1,9})");

    private final List<Line> lines = new ArrayList<>();
    private @Nullable Agent agent;
    private @Nullable Thread running;
    private long changes;

    /** What a line is. */
    public enum Kind {
        /** What the agent's program says. */
        NOTE,
        /** A call of the agent. */
        CALL,
        /** A part of an answer, which may quote what others wrote. */
        ANSWER,
        /** A refusal. */
        REFUSED
    }

    /** A printed line. */
    public record Line(Kind kind, String text) {}

    /** Who asks: its name, its owner's name, and what it proves that with. */
    public record Agent(String name, String owner, String token) {
        @Override
        public String toString() {
            return name + ", for " + owner;
        }
    }

    /** What is seen: the agent, null before there is one; whether it is at work; and what it printed. */
    public record Screen(@Nullable Agent agent, boolean busy, List<Line> lines) {}

    public synchronized Screen screen() {
        return new Screen(agent, running != null, List.copyOf(lines));
    }

    /** Number of changes of the screen. */
    public synchronized long changes() {
        return changes;
    }

    /**
     * Lets an agent ask for a promotion, instead of what it did before.
     *
     * @param door the address of the bot's MCP server
     * @param wanted the arguments of {@code request_promotion}, in the order in which they are printed
     */
    public synchronized void ask(URI door, Agent who, Map<String, String> wanted) {
        stop();
        lines.clear();
        agent = who;
        var thread = new Thread(() -> run(new McpCaller(door, who.token()), door, who, wanted), "demo-agent");
        thread.setDaemon(true);
        running = thread;
        changes++;
        thread.start();
    }

    /** Ends the agent and clears the screen. */
    @Override
    public synchronized void close() {
        stop();
        agent = null;
        lines.clear();
        changes++;
    }

    private void stop() {
        if (running != null) {
            running.interrupt();
            running = null;
        }
    }

    private void run(McpCaller door, URI address, Agent who, Map<String, String> wanted) {
        try {
            print(Kind.NOTE, "Connected to " + patiently(() -> door.greet(who.name())) + " at " + address);
            call(door, "status", Map.of("project", wanted.getOrDefault("project", "")));
            var asked = call(door, "request_promotion", wanted);
            var number = NUMBER.matcher(text(asked));
            if (asked.path("isError").asBoolean() || !number.find()) {
                print(Kind.NOTE, "Nothing to wait for.");
                return;
            }
            follow(door, Integer.parseInt(number.group(1)));
        } catch (RefusedException refused) {
            print(Kind.REFUSED, String.valueOf(refused.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** Waits on as long as nothing changed, and prints only what did. */
    private void follow(McpCaller door, int request) throws InterruptedException, RefusedException {
        var seen = "";
        for (var over = false; !over; ) {
            if (seen.isEmpty()) {
                print(Kind.CALL, "wait_for_request request=" + request);
            }
            var now = patiently(() -> door.call("wait_for_request", Map.of("request", request)));
            var state = now.at("/structuredContent/state").asText();
            over = now.at("/structuredContent/over").asBoolean(true);
            if (!state.equals(seen)) {
                print(Kind.ANSWER, "state=" + state);
                answer(now);
            }
            seen = state;
        }
        print(Kind.NOTE, "Done.");
    }

    private JsonNode call(McpCaller door, String tool, Map<String, ?> arguments)
            throws InterruptedException, RefusedException {
        print(
                Kind.CALL,
                arguments.entrySet().stream()
                        .map(each -> each.getKey() + "=" + quoted(String.valueOf(each.getValue())))
                        .collect(Collectors.joining(" ", tool + " ", "")));
        var result = patiently(() -> door.call(tool, arguments));
        answer(result);
        return result;
    }

    private static String quoted(String value) {
        return value.contains(" ") ? '"' + value + '"' : value;
    }

    /** Something that is asked of the door. */
    @FunctionalInterface
    private interface Question<T> {
        T asked() throws IOException, InterruptedException, RefusedException;
    }

    /** Asks until there is an answer: the bot may be dead for a while. */
    private <T> T patiently(Question<T> question) throws InterruptedException, RefusedException {
        for (var told = false; ; told = true) {
            try {
                return question.asked();
            } catch (IOException cut) {
                if (!told) {
                    print(Kind.NOTE, "No answer; trying again.");
                }
                TimeUnit.MILLISECONDS.sleep(TRIES_AGAIN_MILLIS);
            }
        }
    }

    private void answer(JsonNode result) {
        var kind = result.path("isError").asBoolean() ? Kind.REFUSED : Kind.ANSWER;
        text(result).lines().filter(line -> !line.isBlank()).forEach(line -> print(kind, line));
    }

    /** What stands between the marks of the bot, which tell an agent that it is data. */
    private static String text(JsonNode result) {
        var text = result.at("/content/0/text").asText();
        var quoted = QUOTED.matcher(text);
        return quoted.matches() ? quoted.group(2) : text;
    }

    private synchronized void print(Kind kind, String text) {
        if (Thread.currentThread() != running) {
            return; // another one has the screen
        }
        if (lines.size() == MOST_LINES) {
            lines.remove(0);
        }
        lines.add(new Line(kind, text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text));
        changes++;
    }

    private synchronized void end() {
        if (Thread.currentThread() == running) {
            running = null;
            changes++;
        }
    }
}

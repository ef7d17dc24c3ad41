package dev.signalman.mcp;

import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Place;
import dev.signalman.port.AgentAnswers;
import dev.signalman.port.AgentAuthenticator;
import dev.signalman.port.OwnRequests;
import dev.signalman.port.OwnRequests.Progress;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Carries out tool calls. A call becomes a command, whose line goes in like one that a person typed; the answer is waited
 * for in the database, so any instance may give it.
 */
final class AgentTools {
    private static final Logger LOG = LoggerFactory.getLogger(AgentTools.class);

    /** Proxies cut a silent connection after a minute. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final Grammar grammar;
    private final Intake intake;
    private final AgentAnswers answers;
    private final OwnRequests requests;
    private final IdGenerator idGenerator;
    private final InstantSource clock;
    private final AgentWaits<CallToolResult> waits;
    private final UntrustedTextMarker untrusted = new UntrustedTextMarker();

    AgentTools(
            Grammar grammar,
            Intake intake,
            AgentAnswers answers,
            OwnRequests requests,
            AgentAuthenticator agents,
            IdGenerator idGenerator,
            InstantSource clock) {
        this.grammar = grammar;
        this.intake = intake;
        this.answers = answers;
        this.requests = requests;
        this.idGenerator = idGenerator;
        this.clock = clock;
        this.waits = new AgentWaits<>(agents);
    }

    List<AgentTool> all() {
        return AgentTool.ALL;
    }

    /** Calls a tool. Failures are results, too. */
    Mono<CallToolResult> call(AgentCall call, AgentTool tool, @Nullable Map<String, Object> given) {
        try {
            var arguments = new ToolArguments(given);
            var make = tool.command();
            if (make == null) {
                var number = arguments.number(AgentTool.REQUEST);
                arguments.end();
                return follow(call, number);
            }
            var command = make.apply(arguments);
            arguments.end();
            return ask(call, command);
        } catch (Refusal refusal) {
            return Mono.just(result(refusal.sentences(), true));
        } catch (IntakeFailedException away) {
            return Mono.just(result("Signalman's database isn't answering, so nothing was taken. Try again.", true));
        } catch (RuntimeException bug) {
            LOG.error("The tool {} failed; the agent was refused", tool.name(), bug);
            return Mono.just(result(
                    "Signalman had an internal error and didn't take this call. Ask your owner to tell the Signalman "
                            + "admin.",
                    true));
        }
    }

    private Mono<CallToolResult> ask(AgentCall call, Command command) {
        var agent = call.agent();
        var id = "agent:" + idGenerator.next();
        var actor = agent.actor();
        var invocation = new Invocation(
                id,
                actor,
                Place.NOWHERE,
                line(command),
                new Origin.ByAgent(agent.tokenId(), Objects.requireNonNull(actor.agent())),
                clock.instant(),
                null);
        return waits.until(
                call,
                LONGEST,
                () -> intake.take(invocation),
                () -> answers.find(id).map(answer -> result(answer.words(), answer.refused())),
                () -> result("Signalman is still working on this. Ask again in a moment.", true));
    }

    /** The line of a command, which must be read as exactly this command: no argument may become grammar. */
    private String line(Command command) {
        var line = grammar.print(command);
        if (!grammar.read(line).equals(command)) {
            throw new Refusal("These arguments can't be names. Give names as Semaphore has them.");
        }
        return line;
    }

    private Mono<CallToolResult> follow(AgentCall call, int number) {
        var owner = call.agent().actor().userId();
        var begun = requests.of(number, owner)
                .orElseThrow(() -> new Refusal(
                        "Your owner has no request #" + number + ". Use the number that request_promotion answered."));
        return begun.over()
                ? Mono.just(progress(number, begun))
                : waits.until(
                        call,
                        LONGEST,
                        () -> {},
                        () -> requests.of(number, owner)
                                .filter(now -> !now.state().equals(begun.state()))
                                .map(now -> progress(number, now)),
                        () -> requests.of(number, owner)
                                .map(now -> progress(number, now))
                                .orElseThrow());
    }

    private CallToolResult progress(int number, Progress progress) {
        return CallToolResult.builder()
                .addTextContent("Request #" + number + " is " + progress.state() + "."
                        + (progress.over() ? "" : " Call " + AgentTool.WAIT + " again to wait on.") + "\n"
                        + untrusted.marked(progress.words()))
                .structuredContent(Map.of("request", number, "state", progress.state(), "over", progress.over()))
                .isError(false)
                .build();
    }

    private CallToolResult result(String words, boolean refused) {
        return CallToolResult.builder()
                .addTextContent(untrusted.marked(words))
                .isError(refused)
                .build();
    }

    /** Answers every agent that waits. */
    void end() {
        waits.end();
    }
}

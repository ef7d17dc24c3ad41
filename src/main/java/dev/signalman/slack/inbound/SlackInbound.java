package dev.signalman.slack.inbound;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.LinkSharedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import dev.signalman.chat.Messenger;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.dispatch.Intake;
import dev.signalman.port.LongLineStore;
import dev.signalman.slack.outbound.Modals;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import dev.signalman.slack.outbound.SlackConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Receives everything that Slack sends, over any transport. Bolt finds the route. There is one route each for commands,
 * actions, forms, their menus and each kind of event. If routes overlap, Bolt picks any of them (docs/slack.md); these
 * do not overlap.
 */
public final class SlackInbound implements AutoCloseable {
    /** The slash command. */
    public static final String COMMAND = SlashCommandRoute.COMMAND;

    /** The {@code callback_id} of the shortcut in a message's menu. */
    public static final String ACT_ON_PIPELINE = "act_on_pipeline";

    /** How long recording may take; the rest of Slack's 3 s is for the network. */
    private static final Duration PATIENCE = Duration.ofMillis(2_300);

    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final TimedIntake timedIntake;
    private final EarlyResponse early = new EarlyResponse();
    private final DelayedResponses delayedResponses;
    private final TimeLimitedLookup opening = new TimeLimitedLookup("form");
    private final TimeLimitedLookup lookingUp = new TimeLimitedLookup("form-lookup");
    private final App app;
    private final InstantSource clock;

    /** Builds the routes. Connects to nothing yet. */
    @Inject
    public SlackInbound(
            SlackConnection connection,
            Intake intake,
            Messenger messenger,
            ResponseUrlAllowlist urls,
            LongLineStore longLines,
            FormRegistry formRegistry,
            Modals modals,
            Grammar grammar,
            InstantSource clock) {
        this.clock = clock;
        this.timedIntake = new TimedIntake(intake, new PersonRateLimit(clock), PATIENCE);
        this.delayedResponses = new DelayedResponses(messenger);
        var events = new EventIntake(timedIntake, early, delayedResponses);
        var openingForms = new FormOpener(formRegistry, modals, longLines, opening);
        var formUpdater = new FormUpdater(formRegistry, openingForms, longLines, lookingUp, clock);
        this.app = app(connection.slack())
                .command(ANY, new SlashCommandRoute(timedIntake, early, openingForms, delayedResponses, urls, clock))
                .blockAction(
                        ANY,
                        new BlockActionRoute(
                                timedIntake,
                                early,
                                openingForms,
                                formUpdater,
                                urls,
                                longLines,
                                delayedResponses,
                                clock))
                .messageShortcut(
                        ACT_ON_PIPELINE,
                        new MessageShortcutRoute(timedIntake, early, urls, grammar, delayedResponses, clock))
                .viewSubmission(ANY, new ViewSubmissionRoute(timedIntake, early, formRegistry, longLines, urls, clock))
                .blockSuggestion(ANY, new BlockSuggestionRoute(formRegistry, longLines, lookingUp, clock))
                .event(
                        AppMentionEvent.class,
                        (payload, context) -> events.take(Mention.read(payload, clock.instant()), context, true))
                .event(
                        MessageEvent.class,
                        (payload, context) -> events.take(Mention.readDirect(payload, clock.instant()), context, true))
                .event(
                        MessageChangedEvent.class,
                        (payload, context) ->
                                events.take(Mention.readCorrected(payload, clock.instant()), context, true))
                .event(
                        AppHomeOpenedEvent.class,
                        (payload, context) -> events.take(
                                NoticedEvent.readHomeOpened(payload, grammar, clock.instant()), context, false))
                .event(
                        LinkSharedEvent.class,
                        (payload, context) ->
                                events.take(NoticedEvent.readLinks(payload, grammar, clock.instant()), context, false))
                .event(
                        MemberJoinedChannelEvent.class,
                        (payload, context) -> events.take(
                                NoticedEvent.readJoined(payload, grammar, clock.instant()), context, false));
    }

    /**
     * Bolt's app without routes. It verifies no signature, since the raw bytes were verified, and makes no calls to
     * Slack.
     */
    private static App app(Slack slack) {
        var config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(null)
                .clientSecret(null)
                .threadPoolSize(1)
                .unmatchedRequestHandler(SlackInbound::unmatched)
                .build();
        return new App(config, slack, List.of(new SSLCheck(null))).asOAuthApp(false);
    }

    /**
     * The answer to unmatched requests. Bolt also calls this for events whose route did not answer with 200
     * (docs/slack.md, "Bolt's routes").
     */
    private static Response unmatched(Request<?> request) {
        if (request instanceof EventRequest event) {
            return EventIntake.answer(event.getContext());
        }
        return Response.builder().statusCode(404).body("").build();
    }

    /**
     * The endpoint of {@code POST /slack/events}.
     *
     * @param signingSecret Slack's signing secret; not blank
     */
    public SlackEndpoint endpoint(String signingSecret, SlackAnswerObserver answers) {
        return new SlackEndpoint(new RequestVerifier(signingSecret, clock), desk(answers), answers);
    }

    /** The handler of requests that are known to come from Slack without a signature. */
    public SlackRequestHandler desk(SlackAnswerObserver answers) {
        return new SlackRequestHandler(app, early, answers);
    }

    /** Stops the threads, and sends waiting messages for 3 s at most. */
    @Override
    public void close() {
        app.stop();
        app.executorService().shutdown();
        timedIntake.close();
        opening.close();
        lookingUp.close();
        delayedResponses.close();
    }
}

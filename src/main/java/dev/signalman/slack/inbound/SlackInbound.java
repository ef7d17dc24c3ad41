package dev.signalman.slack.inbound;

import com.slack.api.bolt.App;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.LongLineStore;
import dev.signalman.dispatch.Messenger;
import dev.signalman.slack.outbound.Modals;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import dev.signalman.slack.outbound.SlackConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/** All that takes in what Slack sends, over whichever way it comes. */
public final class SlackInbound implements AutoCloseable {
    /** The slash command that is answered. */
    public static final String COMMAND = "/semaphore";

    /** The {@code callback_id} of the shortcut in a message's menu. */
    public static final String ACT_ON_PIPELINE = "act_on_pipeline";

    /** How long a taking may last; the rest of Slack's 3 s is for the way there and back. */
    private static final Duration PATIENCE = Duration.ofMillis(2_300);

    private final TimedIntake timedIntake;
    private final EarlyResponse early = new EarlyResponse();
    private final DelayedResponses delayedResponses;
    private final TimeLimitedLookup opening = new TimeLimitedLookup("form");
    private final TimeLimitedLookup lookingUp = new TimeLimitedLookup("form-lookup");
    private final App app;
    private final InstantSource clock;

    /**
     * Puts it together; nothing is started or reached yet.
     */
    @Inject
    public SlackInbound(
            SlackConnection connection,
            Intake intake,
            Messenger messenger,
            ResponseUrlAllowlist responseUrlAllowlist,
            LongLineStore longLines,
            FormRegistry formRegistry,
            Modals modals,
            Grammar grammar,
            InstantSource clock) {
        var urls = new TrustedResponseUrls(responseUrlAllowlist);
        this.clock = clock;
        this.timedIntake = new TimedIntake(intake, new PersonRateLimit(clock), PATIENCE);
        this.delayedResponses = new DelayedResponses(messenger);
        var events = new EventIntake(timedIntake, early, delayedResponses);
        var openingForms = new FormOpener(formRegistry, modals, longLines, opening);
        var formUpdater = new FormUpdater(formRegistry, openingForms, longLines, lookingUp, clock);
        this.app = BoltRoutes.app(
                connection.slack(),
                new SlashCommandRoute(timedIntake, early, openingForms, delayedResponses, urls, clock),
                new BlockActionRoute(
                        timedIntake,
                        early,
                        openingForms,
                        formUpdater,
                        new ButtonPressReader(urls),
                        longLines,
                        delayedResponses,
                        clock),
                new MessageShortcutRoute(timedIntake, early, urls, grammar, delayedResponses, clock),
                new ViewSubmissionRoute(timedIntake, early, formRegistry, longLines, urls, clock),
                new BlockSuggestionRoute(formRegistry, longLines, lookingUp, clock),
                new AppMentionRoute(events, clock),
                new DirectMessageRoute(events, clock),
                new MessageChangedRoute(events, clock),
                new AppHomeOpenedRoute(events, grammar, clock),
                new LinkSharedRoute(events, grammar, clock));
    }

    /**
     * The endpoint of {@code POST /slack/events}.
     *
     * @param signingSecret with which Slack signs; not blank
     */
    public SlackEndpoint endpoint(String signingSecret, SlackAnswers answers) {
        return new SlackEndpoint(new RequestVerifier(signingSecret, clock), desk(answers), answers);
    }

    /** What answers that which is known to be Slack's without a signature. */
    public SlackRequestHandler desk(SlackAnswers answers) {
        return new SlackRequestHandler(app, early, answers);
    }

    /** Ends the threads; what is to be said yet is said, for up to 3 s. */
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

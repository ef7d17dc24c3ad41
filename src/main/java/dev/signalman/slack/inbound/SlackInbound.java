package dev.signalman.slack.inbound;

import com.slack.api.bolt.App;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.Forms;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.LongLines;
import dev.signalman.dispatch.Messenger;
import dev.signalman.slack.outbound.Modals;
import dev.signalman.slack.outbound.ResponseUrls;
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

    private final Reception reception;
    private final Early early = new Early();
    private final Asides asides;
    private final Clerks opening = new Clerks("form");
    private final Clerks lookingUp = new Clerks("form-lookup");
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
            ResponseUrls responseUrls,
            LongLines longLines,
            Forms forms,
            Modals modals,
            Grammar grammar,
            InstantSource clock) {
        var urls = new TrustedUrls(responseUrls);
        this.clock = clock;
        this.reception = new Reception(intake, new PersonRateLimit(clock), PATIENCE);
        this.asides = new Asides(messenger);
        var events = new EventTaking(reception, early, asides);
        var openingForms = new Opening(forms, modals, longLines, opening);
        var redrawing = new Redrawing(forms, openingForms, longLines, lookingUp, clock);
        this.app = Routes.app(
                connection.slack(),
                new CommandRoute(reception, early, openingForms, asides, urls, clock),
                new PressRoute(
                        reception, early, openingForms, redrawing, new PressReader(urls), longLines, asides, clock),
                new ShortcutRoute(reception, early, urls, grammar, asides, clock),
                new FormRoute(reception, early, forms, longLines, urls, clock),
                new OptionsRoute(forms, longLines, lookingUp, clock),
                new MentionRoute(events, clock),
                new DirectMessageRoute(events, clock),
                new CorrectionRoute(events, clock),
                new HomeRoute(events, grammar, clock),
                new LinksRoute(events, grammar, clock));
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
    public Desk desk(SlackAnswers answers) {
        return new Desk(app, early, answers);
    }

    /** Ends the threads; what is to be said yet is said, for up to 3 s. */
    @Override
    public void close() {
        app.stop();
        app.executorService().shutdown();
        reception.close();
        opening.close();
        lookingUp.close();
        asides.close();
    }
}

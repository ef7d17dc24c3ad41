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
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Bolt's app with our routes: one for all commands, one for all actions, one for all forms, one for all their menus, one for each
 * kind of event. Bolt keeps routes in a map without order, so that of two that overlap either may win (docs/slack.md); these cannot overlap. It checks no signature, since the raw bytes were
 * checked, and asks Slack for nothing.
 */
final class BoltRoutes {
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private BoltRoutes() {}

    static App app(
            Slack slack,
            SlashCommandRoute command,
            BlockActionRoute press,
            MessageShortcutRoute shortcut,
            ViewSubmissionRoute form,
            BlockSuggestionRoute options,
            AppMentionRoute mention,
            DirectMessageRoute direct,
            MessageChangedRoute correction,
            AppHomeOpenedRoute home,
            LinkSharedRoute links) {
        var config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(null)
                .clientSecret(null)
                .threadPoolSize(1)
                .unmatchedRequestHandler(BoltRoutes::unmatched)
                .build();
        return new App(config, slack, List.of(new SSLCheck(null)))
                .asOAuthApp(false)
                .command(ANY, command)
                .blockAction(ANY, press)
                .messageShortcut(SlackInbound.ACT_ON_PIPELINE, shortcut)
                .viewSubmission(ANY, form)
                .blockSuggestion(ANY, options)
                .event(AppMentionEvent.class, mention)
                .event(MessageEvent.class, direct)
                .event(MessageChangedEvent.class, correction)
                .event(AppHomeOpenedEvent.class, home)
                .event(LinkSharedEvent.class, links);
    }

    /** Also asked about events whose route did not answer with 200 (docs/slack.md, "Bolt's routes"). Others are acknowledged. */
    private static Response unmatched(Request<?> request) {
        if (request instanceof EventRequest event) {
            return EventIntake.answer(event.getContext());
        }
        return Response.builder().statusCode(404).body("").build();
    }
}

package dev.signalman.slack;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.signalman.chat.MemberRoster;
import dev.signalman.chat.Messenger;
import dev.signalman.chat.People;
import dev.signalman.chat.UnfurlAndHomeApi;
import dev.signalman.chat.Workspace;
import dev.signalman.checkup.Check;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.slack.outbound.BotTokenCheck;
import dev.signalman.slack.outbound.ChannelCheck;
import dev.signalman.slack.outbound.ChannelPermissions;
import dev.signalman.slack.outbound.Modals;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.slack.outbound.SlackMessenger;
import dev.signalman.slack.outbound.SlackPeople;
import dev.signalman.slack.outbound.SlackRoster;
import dev.signalman.slack.outbound.SlackUnfurlAndHomeApi;
import dev.signalman.slack.outbound.SlackWebApi;
import dev.signalman.slack.socket.SocketMode;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Binds what is sent to Slack and asked of it, the checks of it, and what takes in what Slack sends; which ways lead to that,
 * {@link SlackEventsModule} and {@link SlackSocketModule} say. Needs {@link SlackSettings}, a clock, an
 * {@link dev.signalman.dispatch.Intake}, {@link dev.signalman.port.LongLineStore}, {@link dev.signalman.slack.outbound.SlackCallObserver} and
 * {@link dev.signalman.slack.inbound.SlackAnswerObserver}. Close {@link SlackInbound} before the connection, and {@link SlackConnection} at the end.
 */
public final class SlackModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SlackWebApi.class).in(Scopes.SINGLETON);
        bind(ChannelPermissions.class).in(Scopes.SINGLETON);
        bind(Messenger.class).to(SlackMessenger.class);
        bind(SlackMessenger.class).in(Scopes.SINGLETON);
        bind(Modals.class).in(Scopes.SINGLETON);
        bind(UnfurlAndHomeApi.class).to(SlackUnfurlAndHomeApi.class);
        bind(SlackUnfurlAndHomeApi.class).in(Scopes.SINGLETON);
        bind(People.class).to(SlackPeople.class);
        bind(Workspace.class).to(SlackPeople.class);
        bind(SlackPeople.class).in(Scopes.SINGLETON);
        bind(MemberRoster.class).to(SlackRoster.class);
        bind(SlackRoster.class).in(Scopes.SINGLETON);
        bind(SlackInbound.class).in(Scopes.SINGLETON);
        OptionalBinder.newOptionalBinder(binder(), SocketMode.class);
        bindChecks();
    }

    private void bindChecks() {
        bind(SigningSecretCheck.class);
        bind(ChannelCheck.class);
        var checks = Multibinder.newSetBinder(binder(), Check.class);
        checks.addBinding().to(BotTokenCheck.class);
        checks.addBinding().to(SigningSecretCheck.class);
        checks.addBinding().to(ChannelCheck.class);
    }

    @Provides
    @Singleton
    SlackConnection connection(SlackSettings settings) {
        return new SlackConnection(settings.botToken(), settings.apiUrl());
    }

    @Provides
    BotTokenCheck botToken(SlackConnection connection, SlackSettings settings, InstantSource clock) {
        return new BotTokenCheck(connection, settings.apiUrl(), clock);
    }

    @Provides
    @Singleton
    ResponseUrlAllowlist responseUrls(SlackSettings settings) {
        return new ResponseUrlAllowlist(settings.apiUrl());
    }
}

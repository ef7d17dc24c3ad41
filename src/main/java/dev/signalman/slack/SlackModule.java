package dev.signalman.slack;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.dispatch.MemberRoster;
import dev.signalman.dispatch.Messenger;
import dev.signalman.dispatch.People;
import dev.signalman.dispatch.UnfurlAndHomeApi;
import dev.signalman.dispatch.Workspace;
import dev.signalman.slack.outbound.BotTokenCheck;
import dev.signalman.slack.outbound.ChannelCheck;
import dev.signalman.slack.outbound.ChannelPermissions;
import dev.signalman.slack.outbound.Modals;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import dev.signalman.slack.outbound.SigningSecretCheck;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.slack.outbound.SlackMessenger;
import dev.signalman.slack.outbound.SlackPeople;
import dev.signalman.slack.outbound.SlackRoster;
import dev.signalman.slack.outbound.SlackUnfurlAndHomeApi;
import dev.signalman.slack.outbound.SlackWebApi;
import jakarta.inject.Singleton;

/**
 * Binds calls to Slack, and their checks. Needs {@link SlackSettings}, a clock and
 * {@link dev.signalman.slack.outbound.SlackCalls}. Close {@link SlackConnection} at the end.
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
        bindChecks();
    }

    private void bindChecks() {
        bind(BotTokenCheck.class);
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
    @Singleton
    ResponseUrlAllowlist responseUrls(SlackSettings settings) {
        return new ResponseUrlAllowlist(settings.apiUrl());
    }
}

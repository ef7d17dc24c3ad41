package dev.signalman.feature.subscriptions;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Announce;
import dev.signalman.command.Condense;
import dev.signalman.command.Invited;
import dev.signalman.command.ListSubscriptions;
import dev.signalman.command.Subscribe;
import dev.signalman.command.Summarize;
import dev.signalman.command.Unsubscribe;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.port.Chore;
import dev.signalman.port.ClosedChannelListener;
import dev.signalman.port.SubscribedChannels;
import dev.signalman.port.SubscribedProjects;
import dev.signalman.port.WithdrawnCardListener;
import dev.signalman.storage.Migrations;
import dev.signalman.storage.PurgedTable;
import dev.signalman.subject.ProjectsWithSubscribers;
import java.time.Duration;

/** Binds subscriptions and announcements. Needs the current {@link FileSubscriptions}. */
public final class SubscriptionsModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/subscriptions/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        Multibinder.newSetBinder(binder(), PurgedTable.class)
                .addBinding()
                .toInstance(new PurgedTable("purge-announced", "announced", "announced_at", Duration.ofDays(60)));
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(BurstStore.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(SubscriptionsCheck.class);
        Multibinder.newSetBinder(binder(), ClosedChannelListener.class)
                .addBinding()
                .to(ClosedChannelPauser.class);
        Multibinder.newSetBinder(binder(), WithdrawnCardListener.class)
                .addBinding()
                .to(AnnouncementStore.class);
        HandlerBinder.handlers(binder())
                .bind(Announce.class, AnnounceHandler.class)
                .bind(Condense.class, CondenseHandler.class)
                .bind(Invited.class, InvitedHandler.class)
                .bind(Subscribe.class, SubscribeHandler.class)
                .ask(Subscribe.class, SubscribeForm.class)
                .bind(Unsubscribe.class, UnsubscribeHandler.class)
                .bind(ListSubscriptions.class, ListSubscriptionsHandler.class)
                .bind(Summarize.class, SummarizeHandler.class);
        Multibinder.newSetBinder(binder(), Reconciler.class)
                .addBinding()
                .to(ChannelReconciler.class)
                .in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Reconciler.class)
                .addBinding()
                .to(BurstReconciler.class)
                .in(Scopes.SINGLETON);
        bind(SubscriptionsCheck.class);
        bind(SubscribedProjects.class).to(Subscriptions.class);
        bind(SubscribedChannels.class).to(Subscriptions.class);
        bind(ProjectsWithSubscribers.class).to(Subscriptions.class);
        for (var one : new Class<?>[] {
            AnnouncementStore.class,
            Announcement.class,
            BurstStore.class,
            BurstCardFactory.class,
            InterestedChannels.class,
            ClosedChannelPauser.class,
            AnnouncementPermission.class,
            EndedPipelineReader.class,
            PipelineEndingDetector.class,
            JdbiSubscriptions.class,
            JoinedChannels.class,
            PausedChannels.class,
            SubscribableBranches.class,
            SubscriptionList.class,
            Subscriptions.class,
            PipelineSummary.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
    }
}

package dev.signalman.feature.notifications;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.ConnectNotifications;
import dev.signalman.command.ShowNotifications;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.port.NotificationOffer;
import dev.signalman.storage.Migrations;

/** Binds what shows and makes Semaphore's notification. */
public final class NotificationsModule extends AbstractModule {
    private final NotificationSettings settings;

    public NotificationsModule(NotificationSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        // its table is gone, but a database in which it was made needs every migration
        Multibinder.newSetBinder(binder(), Migrations.class)
                .addBinding()
                .toInstance(new Migrations("dev/signalman/feature/notifications/migrations"));
        bind(NotificationSettings.class).toInstance(settings);
        bind(NotificationReader.class);
        bind(SubscribedProjectNames.class);
        bind(NotificationOffer.class).to(ConnectNotificationsOffer.class);
        bind(NotificationCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(NotificationCheck.class);
        HandlerBinder.handlers(binder())
                .bind(ShowNotifications.class, ShowNotificationsHandler.class)
                .bind(ConnectNotifications.class, ConnectNotificationsHandler.class)
                .carry(ConnectNotifications.class, ConnectNotificationsExecutor.class);
    }
}

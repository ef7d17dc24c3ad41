package dev.signalman.simulator.semaphore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The notifications of an organization, by name. */
public final class NotificationStore {
    private final Map<String, StoredNotification> notifications = new LinkedHashMap<>();
    private Runnable atTheFirst = () -> {};

    /** Calls this before a notification is added. */
    public void beforeAdding(Runnable listener) {
        atTheFirst = listener;
    }

    /** In order of creation. */
    public List<StoredNotification> all() {
        return List.copyOf(notifications.values());
    }

    public Optional<StoredNotification> named(String nameOrId) {
        return notifications.values().stream()
                .filter(each -> each.name().equals(nameOrId) || each.id().equals(nameOrId))
                .findFirst();
    }

    /**
     * Adds a notification.
     *
     * @throws SemaphoreRefusal when its name is taken
     */
    public void add(StoredNotification notification) {
        if (notifications.containsKey(notification.name())) {
            throw SemaphoreRefusal.invalid("name '" + notification.name() + "' has already been taken");
        }
        atTheFirst.run();
        notifications.put(notification.name(), notification);
    }

    /** Deletes a notification; returns whether it existed. */
    public boolean delete(String nameOrId) {
        return named(nameOrId).map(each -> notifications.remove(each.name())).isPresent();
    }

    /** Whether a term stands between slashes. */
    public static boolean isExpression(String term) {
        return term.length() > 1 && term.startsWith("/") && term.endsWith("/");
    }
}

package dev.signalman.simulator.slack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** People, channels and messages: the shared state, behind one lock. */
final class SimulatedWorkspace {
    private final Map<String, SimulatedPerson> people = new LinkedHashMap<>();
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Map<String, UserGroup> groups = new LinkedHashMap<>();
    private final Map<String, List<PostedMessage>> messages = new LinkedHashMap<>();
    private final List<ScreenError> errors = new ArrayList<>();
    private final WorkspaceRestrictions restrictions = new WorkspaceRestrictions();
    private long changes;

    WorkspaceRestrictions restrictions() {
        return restrictions;
    }

    /** Number of changes. */
    synchronized long changes() {
        return changes;
    }

    /** Runs several steps atomically. */
    synchronized <T> T together(Supplier<T> steps) {
        return steps.get();
    }

    synchronized void put(SimulatedPerson person) {
        changes++;
        people.put(person.id(), person);
    }

    synchronized void put(Conversation conversation) {
        changes++;
        conversations.put(conversation.id(), conversation);
        messages.computeIfAbsent(conversation.id(), id -> new ArrayList<>());
    }

    synchronized void put(UserGroup group) {
        changes++;
        groups.put(group.id(), group);
    }

    synchronized @Nullable SimulatedPerson person(String id) {
        return people.get(id);
    }

    synchronized @Nullable Conversation conversation(String id) {
        return conversations.get(id);
    }

    synchronized Optional<Conversation> named(String name) {
        return conversations.values().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    synchronized Collection<SimulatedPerson> people() {
        return List.copyOf(people.values());
    }

    synchronized Collection<Conversation> conversations() {
        return List.copyOf(conversations.values());
    }

    synchronized Collection<UserGroup> groups() {
        return List.copyOf(groups.values());
    }

    synchronized List<PostedMessage> messages(String channel) {
        return List.copyOf(messages.getOrDefault(channel, List.of()));
    }

    synchronized Optional<PostedMessage> message(String channel, String ts) {
        return messages(channel).stream().filter(each -> each.ts().equals(ts)).findFirst();
    }

    synchronized void post(PostedMessage message) {
        changes++;
        messages.computeIfAbsent(message.channel(), id -> new ArrayList<>()).add(message);
    }

    synchronized void replace(PostedMessage message) {
        changes++;
        messages.computeIfAbsent(message.channel(), id -> new ArrayList<>())
                .replaceAll(each -> each.ts().equals(message.ts()) ? message : each);
    }

    synchronized void remove(PostedMessage message) {
        changes++;
        messages.computeIfAbsent(message.channel(), id -> new ArrayList<>())
                .removeIf(each -> each.ts().equals(message.ts()));
    }

    /** The direct message of these two, created if missing. */
    synchronized Conversation directBetween(String bot, String person) {
        return conversations.values().stream()
                .filter(each -> each.kind() == Conversation.Kind.DIRECT
                        && each.members().size() == 2
                        && each.has(bot)
                        && each.has(person))
                .findFirst()
                .orElseGet(() -> {
                    var opened = Conversation.direct("D" + person.substring(1), bot, person);
                    put(opened);
                    return opened;
                });
    }

    synchronized void show(ScreenError error) {
        changes++;
        errors.add(error);
    }

    synchronized List<ScreenError> errors() {
        return List.copyOf(errors);
    }
}

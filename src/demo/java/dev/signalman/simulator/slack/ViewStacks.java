package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People's open modals, at most three each, and their home tabs. */
final class ViewStacks {
    private static final int DEEPEST = 3;

    private final TimestampGenerator timestampGenerator;
    private final MessageRules rules;
    private final Map<String, List<OpenView>> stacks = new LinkedHashMap<>();
    private final Map<String, OpenView> homes = new HashMap<>();
    private long changes;

    ViewStacks(TimestampGenerator timestampGenerator, MessageRules rules) {
        this.timestampGenerator = timestampGenerator;
        this.rules = rules;
    }

    synchronized OpenView open(String person, ObjectNode content) {
        check(content, "modal", null);
        var id = timestampGenerator.id("V");
        var view = new OpenView(id, person, kept(content), hash(), id, null, Map.of());
        stacks.put(person, new ArrayList<>(List.of(view)));
        changes++;
        return view;
    }

    synchronized OpenView push(String person, ObjectNode content) {
        var stack = stacks.getOrDefault(person, List.of());
        if (stack.isEmpty()) {
            throw new SlackRefusal("not_found");
        }
        if (stack.size() >= DEEPEST) {
            throw new SlackRefusal("push_limit_reached");
        }
        check(content, "modal", null);
        var below = stack.get(stack.size() - 1);
        var view = new OpenView(
                timestampGenerator.id("V"), person, kept(content), hash(), below.root(), below.id(), Map.of());
        stack.add(view);
        changes++;
        return view;
    }

    synchronized OpenView update(OpenView view, ObjectNode content, @Nullable String expectedHash) {
        if (expectedHash != null && !expectedHash.isEmpty() && !expectedHash.equals(view.hash())) {
            throw new SlackRefusal("hash_conflict");
        }
        check(content, "modal", view);
        return replace(view.showing(kept(content), hash()));
    }

    synchronized OpenView publish(String person, ObjectNode content, @Nullable String expectedHash) {
        var old = homes.get(person);
        if (old != null && expectedHash != null && !expectedHash.isEmpty() && !expectedHash.equals(old.hash())) {
            throw new SlackRefusal("hash_conflict");
        }
        check(content, "home", old);
        var id = old == null ? timestampGenerator.id("V") : old.id();
        var view = new OpenView(id, person, kept(content), hash(), id, null, Map.of());
        homes.put(person, view);
        changes++;
        return view;
    }

    synchronized OpenView replace(OpenView view) {
        changes++;
        stacks.getOrDefault(view.person(), List.of())
                .replaceAll(each -> each.id().equals(view.id()) ? view : each);
        return view;
    }

    /** Closes a view and those above it. */
    synchronized void close(OpenView view) {
        changes++;
        var stack = stacks.getOrDefault(view.person(), new ArrayList<>());
        for (int i = 0; i < stack.size(); i++) {
            if (stack.get(i).id().equals(view.id())) {
                stack.subList(i, stack.size()).clear();
            }
        }
    }

    synchronized void clear(String person) {
        changes++;
        stacks.remove(person);
    }

    /** Number of changes. */
    synchronized long changes() {
        return changes;
    }

    /** A person's modals, topmost last. */
    synchronized List<OpenView> stack(String person) {
        return List.copyOf(stacks.getOrDefault(person, List.of()));
    }

    synchronized Optional<OpenView> top(String person) {
        var stack = stacks.getOrDefault(person, List.of());
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1));
    }

    synchronized Optional<OpenView> home(String person) {
        return Optional.ofNullable(homes.get(person));
    }

    synchronized Collection<OpenView> all() {
        return Stream.concat(stacks.values().stream().flatMap(List::stream), homes.values().stream())
                .toList();
    }

    private void check(ObjectNode content, String type, @Nullable OpenView itself) {
        if (!content.path("type").asText().equals(type)) {
            throw new SlackRefusal("invalid_arguments", "[ERROR] must be " + type + " [json-pointer:/view/type]");
        }
        rules.view(content);
        var external = content.path("external_id").asText();
        if (!external.isEmpty()
                && all().stream()
                        .anyMatch(each -> each.externalId().equals(external)
                                && (itself == null || !itself.id().equals(each.id())))) {
            throw new SlackRefusal("duplicate_external_id");
        }
    }

    private ObjectNode kept(ObjectNode content) {
        ObjectNode copy = content.deepCopy();
        copy.set("blocks", new StoredBlocks(timestampGenerator).of(content.path("blocks")));
        return copy;
    }

    private String hash() {
        return timestampGenerator.now().getEpochSecond() + "." + timestampGenerator.shortId();
    }
}

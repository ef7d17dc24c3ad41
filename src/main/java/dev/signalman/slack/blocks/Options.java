package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Choice;
import dev.signalman.card.Field;
import java.util.ArrayList;
import java.util.List;

/** The menus of forms, and what can be chosen in them (docs/slack.md, "Limits"). */
final class Options {
    private static final int MOST = 100;
    private static final int WORDS = 75;
    private static final int LONGEST_VALUE = 150;

    private Options() {}

    static ObjectNode menu(Field.Chosen field) {
        var node = Elements.typed(field.several() ? "multi_static_select" : "static_select");
        if (field.choices().size() <= MOST) {
            node.set("options", Elements.array(all(field.choices())));
        } else {
            node.set("option_groups", Elements.array(groups(field.choices())));
        }
        var initial = all(field.choices().stream()
                .filter(choice -> field.initial().contains(choice.value()))
                .toList());
        if (!initial.isEmpty() && field.several()) {
            node.set("initial_options", Elements.array(initial));
        } else if (!initial.isEmpty()) {
            node.set("initial_option", initial.get(0));
        }
        return node;
    }

    static ObjectNode menu(Field.LookedUp field) {
        var node = Elements.typed("external_select").put("min_query_length", 0);
        if (field.initial() != null && field.initial().value().length() <= LONGEST_VALUE) {
            node.set("initial_option", option(field.initial(), field.initial().value()));
        }
        return node;
    }

    static List<ObjectNode> lookedUp(List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.value().length() <= LONGEST_VALUE)
                .limit(MOST)
                .map(choice -> option(choice, choice.value()))
                .toList();
    }

    /** A menu takes a hundred, but a hundred groups of a hundred. */
    private static List<ObjectNode> groups(List<Choice> choices) {
        var groups = new ArrayList<ObjectNode>();
        for (int from = 0; from < choices.size() && groups.size() < MOST; from += MOST) {
            var part = choices.subList(from, Math.min(from + MOST, choices.size()));
            var group = Elements.untyped();
            group.set("label", plain(part.get(0).words() + " …"));
            group.set("options", Elements.array(all(part)));
            groups.add(group);
        }
        return groups;
    }

    private static List<ObjectNode> all(List<Choice> choices) {
        return choices.stream().map(choice -> option(choice, choice.key())).toList();
    }

    private static ObjectNode option(Choice choice, String value) {
        var node = Elements.untyped().put("value", Foreign.wellFormed(value));
        node.set("text", plain(choice.words()));
        return node;
    }

    private static ObjectNode plain(String words) {
        return Elements.plain(Foreign.visible(words, WORDS));
    }
}

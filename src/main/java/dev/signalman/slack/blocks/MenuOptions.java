package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Field;
import dev.signalman.card.FormOption;
import java.util.ArrayList;
import java.util.List;

/** Menus of forms and their options (docs/slack.md, "Limits"). */
final class MenuOptions {
    private static final int MOST = 100;
    private static final int WORDS = 75;
    private static final int LONGEST_VALUE = 150;

    private MenuOptions() {}

    static ObjectNode menu(Field.Chosen field) {
        var node = BlockElements.typed(field.several() ? "multi_static_select" : "static_select");
        if (field.choices().size() <= MOST) {
            node.set("options", BlockElements.array(all(field.choices())));
        } else {
            node.set("option_groups", BlockElements.array(groups(field.choices())));
        }
        var initial = all(field.choices().stream()
                .filter(formOption -> field.initial().contains(formOption.value()))
                .toList());
        if (!initial.isEmpty() && field.several()) {
            node.set("initial_options", BlockElements.array(initial));
        } else if (!initial.isEmpty()) {
            node.set("initial_option", initial.get(0));
        }
        return node;
    }

    static ObjectNode menu(Field.LookedUp field) {
        var node = BlockElements.typed("external_select").put("min_query_length", 0);
        if (field.initial() != null && field.initial().value().length() <= LONGEST_VALUE) {
            node.set("initial_option", option(field.initial(), field.initial().value()));
        }
        return node;
    }

    static List<ObjectNode> lookedUp(List<FormOption> formOptions) {
        return formOptions.stream()
                .filter(formOption -> formOption.value().length() <= LONGEST_VALUE)
                .limit(MOST)
                .map(formOption -> option(formOption, formOption.value()))
                .toList();
    }

    /** Slack allows a hundred options per menu, or a hundred groups of a hundred. */
    private static List<ObjectNode> groups(List<FormOption> formOptions) {
        var groups = new ArrayList<ObjectNode>();
        for (int from = 0; from < formOptions.size() && groups.size() < MOST; from += MOST) {
            var part = formOptions.subList(from, Math.min(from + MOST, formOptions.size()));
            var group = BlockElements.untyped();
            group.set("label", plain(part.get(0).words() + " …"));
            group.set("options", BlockElements.array(all(part)));
            groups.add(group);
        }
        return groups;
    }

    private static List<ObjectNode> all(List<FormOption> formOptions) {
        return formOptions.stream()
                .map(formOption -> option(formOption, formOption.key()))
                .toList();
    }

    private static ObjectNode option(FormOption formOption, String value) {
        var node = BlockElements.untyped().put("value", UntrustedText.wellFormed(value));
        node.set("text", plain(formOption.words()));
        return node;
    }

    private static ObjectNode plain(String words) {
        return BlockElements.plain(UntrustedText.visible(words, WORDS));
    }
}

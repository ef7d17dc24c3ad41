package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.card.FormOption;
import dev.signalman.card.Symbol;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders forms as Slack modals. A field's name is both its block id and its action id; errors refer to fields by it.
 */
public final class FormRenderer {
    /** The callback id of all our modals. */
    public static final String CALLBACK = "form";

    private static final int TITLE = 24;
    private static final int WORDS = 2_000;
    private static final int LABEL = 150;

    /** Slack takes no more in an alert (docs/slack.md, "Limits"). */
    private static final int ALERT = 200;

    private static final int LONGEST_TEXT = 3_000;
    private static final String CANCEL = "Cancel";

    private FormRenderer() {}

    /**
     * The view for {@code views.open} and {@code views.update}.
     *
     * @param memo returned with the submission, at most 3,000 characters
     */
    public static ObjectNode view(Form form, String memo) {
        return view(form, memo, true);
    }

    /** The same view, with old and plain blocks only. */
    public static ObjectNode plainView(Form form, String memo) {
        return view(form, memo, false);
    }

    private static ObjectNode view(Form form, String memo, boolean alerts) {
        var view = BlockElements.typed("modal").put("callback_id", CALLBACK).put("private_metadata", memo);
        view.set("title", plain(form.title(), TITLE));
        if (!form.onPageOnly()) {
            view.set("submit", plain(form.submit(), TITLE));
        }
        view.set("close", plain(CANCEL, TITLE));
        var blocks = new ArrayList<ObjectNode>();
        if (!form.words().isBlank()) {
            var words = BlockElements.typed("section").put("block_id", "words:0");
            words.set("text", plain(form.words(), WORDS));
            blocks.add(words);
        }
        if (!form.warning().isBlank()) {
            blocks.add(alerts ? alert(form.warning()) : section(form.warning()));
        }
        if (!form.onPageOnly()) {
            form.fields().forEach(field -> blocks.add(input(field)));
        }
        if (form.link() != null) {
            blocks.add(link(form.link(), form.onPageOnly()));
        }
        view.set("blocks", BlockElements.array(blocks));
        return view;
    }

    private static ObjectNode link(Form.Link link, boolean primary) {
        var button = BlockElements.typed("button").put("action_id", "link:0").put("url", link.url());
        button.set("text", plain(link.label(), TITLE));
        if (primary) {
            button.put("style", "primary");
        }
        var actions = BlockElements.typed("actions").put("block_id", "link:0");
        actions.set("elements", BlockElements.array(List.of(button)));
        return actions;
    }

    private static ObjectNode alert(String warning) {
        var alert = BlockElements.typed("alert").put("block_id", "warning:0").put("level", "warning");
        alert.set("text", plain(warning, ALERT));
        return alert;
    }

    private static ObjectNode section(String warning) {
        var section = BlockElements.typed("section").put("block_id", "warning:0");
        section.set("text", plain(Symbol.WARNING.character() + " " + warning, WORDS));
        return section;
    }

    /** The answer to Slack's request for options; options that are too long to be chosen are left out. */
    public static ObjectNode options(List<FormOption> formOptions) {
        var answer = BlockElements.untyped();
        answer.set("options", BlockElements.array(MenuOptions.lookedUp(formOptions)));
        return answer;
    }

    private static ObjectNode input(Field field) {
        var input = BlockElements.typed("input").put("block_id", field.name()).put("optional", !field.required());
        input.set("label", plain(field.label(), LABEL));
        if (!field.hint().isBlank()) {
            input.set("hint", plain(field.hint(), LABEL));
        }
        if (field.redraws()) {
            input.put("dispatch_action", true);
        }
        input.set("element", field.accept(new Element()).put("action_id", field.name()));
        return input;
    }

    /** What is filled in. */
    private static final class Element implements Field.Visitor<ObjectNode> {
        @Override
        public ObjectNode written(Field.Written field) {
            var node = text(field.longest());
            if (field.lines()) {
                node.put("multiline", true);
            }
            if (field.initial() != null && !field.initial().isEmpty()) {
                node.put("initial_value", begun(field.initial(), Math.min(field.longest(), LONGEST_TEXT)));
            }
            return node;
        }

        @Override
        public ObjectNode secret(Field.Secret field) {
            return text(field.longest());
        }

        @Override
        public ObjectNode chosen(Field.Chosen field) {
            return MenuOptions.menu(field);
        }

        @Override
        public ObjectNode lookedUp(Field.LookedUp field) {
            return MenuOptions.menu(field);
        }
    }

    /** Cuts initial text to the field's maximum: Slack refuses a form with longer text. */
    private static String begun(String text, int most) {
        var whole = UntrustedText.wellFormed(text);
        if (whole.length() <= most) {
            return whole;
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(most - 1)) ? most - 1 : most);
    }

    private static ObjectNode text(int longest) {
        return BlockElements.typed("plain_text_input").put("max_length", Math.min(longest, LONGEST_TEXT));
    }

    private static ObjectNode plain(String words, int max) {
        return BlockElements.plain(UntrustedText.visible(words, max));
    }
}

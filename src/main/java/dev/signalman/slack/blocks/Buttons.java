package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Menu;
import dev.signalman.command.Command;
import dev.signalman.port.LongLineStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders buttons and menus. Each holds its command line, or a reference to one that is too long. */
final class Buttons {
    private static final int IN_A_ROW = 25;
    private static final int TITLE = 100;
    private static final int PLACEHOLDER = 100;

    private final Function<Command, String> print;
    private final Function<Command, String> verb;
    private final LongLineStore longLines;

    Buttons(Function<Command, String> print, Function<Command, String> verb, LongLineStore longLines) {
        this.print = print;
        this.verb = verb;
        this.longLines = longLines;
    }

    /** Rows of buttons, the menu last; empty if there is nothing to press. */
    List<ObjectNode> rows(CardActions actions, BlockLimits limits) {
        return rows(actions, limits, 0);
    }

    /** Rows of buttons, with ids that continue after {@code before} others. */
    List<ObjectNode> rows(CardActions actions, BlockLimits limits, int before) {
        var elements = new ArrayList<ObjectNode>();
        boolean primary = false;
        for (var button : actions.buttons()) {
            if (elements.size() < limits.buttons()) {
                elements.add(button(button, before + elements.size(), !primary, limits));
                primary |= button.style() == Button.Style.PRIMARY;
            }
        }
        if (actions.menu() != null && !actions.menu().choices().isEmpty()) {
            elements.add(menu(actions.menu(), before + elements.size(), limits));
        }
        var rows = new ArrayList<ObjectNode>();
        for (int from = 0; from < elements.size(); from += IN_A_ROW) {
            rows.add(BlockElements.holding(
                    "actions", elements.subList(from, Math.min(from + IN_A_ROW, elements.size()))));
        }
        return rows;
    }

    private ObjectNode button(Button button, int number, boolean mayBePrimary, BlockLimits limits) {
        var node = BlockElements.typed("button")
                .put("action_id", actionId(verb.apply(button.command()), number))
                .put("value", value(button.command(), limits.value()));
        node.set("text", plain(button.label(), limits.label()));
        if (button.style() == Button.Style.DANGER || (button.style() == Button.Style.PRIMARY && mayBePrimary)) {
            node.put("style", button.style().name().toLowerCase(Locale.ROOT));
        }
        if (button.confirm() != null) {
            var question = question(button.confirm(), limits);
            if (button.style() == Button.Style.DANGER) {
                question.put("style", "danger");
            }
            node.set("confirm", question);
        }
        return node;
    }

    private ObjectNode menu(Menu menu, int number, BlockLimits limits) {
        var choices = menu.choices();
        var shown = choices.subList(0, Math.min(choices.size(), limits.choices()));
        var label = UntrustedText.visible(menu.label(), limits.label());
        var counted =
                shown.size() == choices.size() ? label : label + " (" + shown.size() + " of " + choices.size() + ")";
        var node = BlockElements.typed("static_select").put("action_id", actionId("menu", number));
        node.set("placeholder", plain(counted, PLACEHOLDER));
        node.set(
                "options",
                BlockElements.array(
                        shown.stream().map(choice -> option(choice, limits)).toList()));
        var confirm = question(menu);
        if (confirm != null) {
            node.set("confirm", question(confirm, limits));
        }
        return node;
    }

    private ObjectNode option(Button choice, BlockLimits limits) {
        var node = BlockElements.untyped();
        node.set("text", plain(choice.label(), limits.label()));
        return node.put("value", value(choice.command(), limits.choiceValue()));
    }

    /** A menu has one confirmation for all its options or none, so its words must fit all of them. */
    private static Button.@Nullable Confirm question(Menu menu) {
        var questions = menu.choices().stream().map(Button::confirm).distinct().toList();
        if (questions.size() == 1) {
            return questions.get(0);
        }
        return new Button.Confirm(menu.label(), "This happens immediately.", "Go ahead", "Cancel");
    }

    private static ObjectNode question(Button.Confirm confirm, BlockLimits limits) {
        var node = BlockElements.untyped();
        node.set("title", plain(confirm.title(), Math.min(TITLE, limits.question())));
        node.set("text", plain(confirm.text(), limits.question()));
        node.set("confirm", plain(confirm.yes(), limits.yesOrNo()));
        node.set("deny", plain(confirm.no(), limits.yesOrNo()));
        return node;
    }

    private static String actionId(String verb, int number) {
        return "command:" + verb.replace(' ', '-') + ":" + number;
    }

    private String value(Command command, int longest) {
        var line = UntrustedText.wellFormed(print.apply(command));
        return line.length() <= longest ? line : longLines.keep(line);
    }

    private static ObjectNode plain(String words, int max) {
        return BlockElements.plain(UntrustedText.visible(words, max));
    }
}

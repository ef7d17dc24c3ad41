package dev.signalman.slack.blocks;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Menu;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Buttons and menus, too many and too long. */
final class NastyActions {
    private NastyActions() {}

    static Arbitrary<CardActions> any() {
        var menu = Combinators.combine(NastyTexts.words(), buttons().list().ofMaxSize(130))
                .as(Menu::new);
        return Combinators.combine(
                        buttons().list().ofMaxSize(60),
                        menu.injectNull(0.5),
                        buttons().list().ofMaxSize(7))
                .as(CardActions::new);
    }

    private static Arbitrary<Button> buttons() {
        var words = NastyTexts.words();
        var command = Combinators.combine(words, words)
                .as((name, value) ->
                        new Promote(name, Subject.pipeline(SamplePipeline.ID), Map.of("V", value), false, false, null));
        var confirm = Combinators.combine(words, words, words, words).as(Button.Confirm::new);
        return Combinators.combine(words, command, Arbitraries.of(Button.Style.class), confirm.injectNull(0.5))
                .as(Button::new);
    }
}

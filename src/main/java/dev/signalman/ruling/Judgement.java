package dev.signalman.ruling;

import dev.signalman.card.Text;
import dev.signalman.command.Suggestion;
import java.util.List;

/**
 * How one rule judges a wish.
 *
 * @param said a phrase without a full stop when it is met; else whole sentences, which may hold foreign text
 * @param by the names of those who met it, as far as it is met by people
 * @param could who could meet it, to be read after "can be met by"; empty when nobody, or when that is not a matter of people
 * @param instead what whoever asks could do about it, as buttons
 */
public record Judgement(
        RuleTopic topic, Verdict verdict, Text said, List<String> by, Text could, List<Suggestion> instead) {
    /** Keeps its own copies. */
    public Judgement {
        by = List.copyOf(by);
        instead = List.copyOf(instead);
    }

    /** One after which there is nothing to press. */
    public Judgement(RuleTopic topic, Verdict verdict, Text said, List<String> by, Text could) {
        this(topic, verdict, said, by, could, List.of());
    }

    /** It is met. */
    public static Judgement met(RuleTopic topic, String phrase) {
        return of(topic, Verdict.MET, phrase);
    }

    /** It is not met, in sentences that say what would be right. */
    public static Judgement refused(RuleTopic topic, String sentences) {
        return of(topic, Verdict.REFUSED, sentences);
    }

    /** Nobody can tell now. */
    public static Judgement unknown(RuleTopic topic, String sentences) {
        return of(topic, Verdict.UNKNOWN, sentences);
    }

    /** In plain words, met by nobody in particular. */
    public static Judgement of(RuleTopic topic, Verdict verdict, String words) {
        return new Judgement(topic, verdict, Text.of(words), List.of(), Text.empty());
    }

    /** Whether it lets pass. */
    public boolean met() {
        return verdict == Verdict.MET;
    }

    /** All of it in one line: what is said, and who could meet it. */
    public Text line() {
        return could.spans().isEmpty() ? said : said.plain("; can be met by ").text(could);
    }

    /** The same in plain words. */
    public String spoken() {
        return line().spoken();
    }
}

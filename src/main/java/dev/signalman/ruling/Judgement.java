package dev.signalman.ruling;

import dev.signalman.card.Text;
import dev.signalman.command.Suggestion;
import java.util.List;

/**
 * One rule's judgement of a wish.
 *
 * @param said a phrase without a full stop when met; else whole sentences, which may contain foreign text
 * @param by names of the people who met it, if people did
 * @param could who could meet it, to follow "can be met by"; empty for nobody, or when people cannot
 * @param instead what the requester could do about it, as buttons
 */
public record Judgement(
        RuleTopic topic, Verdict verdict, Text said, List<String> by, Text could, List<Suggestion> instead) {
    /** Keeps its own copies. */
    public Judgement {
        by = List.copyOf(by);
        instead = List.copyOf(instead);
    }

    /** A judgement without buttons. */
    public Judgement(RuleTopic topic, Verdict verdict, Text said, List<String> by, Text could) {
        this(topic, verdict, said, by, could, List.of());
    }

    public static Judgement met(RuleTopic topic, String phrase) {
        return of(topic, Verdict.MET, phrase);
    }

    /** Not met; the sentences say what would be right. */
    public static Judgement refused(RuleTopic topic, String sentences) {
        return of(topic, Verdict.REFUSED, sentences);
    }

    /** Not known now whether it is met. */
    public static Judgement unknown(RuleTopic topic, String sentences) {
        return of(topic, Verdict.UNKNOWN, sentences);
    }

    /** A judgement in plain words, without names. */
    public static Judgement of(RuleTopic topic, Verdict verdict, String words) {
        return new Judgement(topic, verdict, Text.of(words), List.of(), Text.empty());
    }

    public boolean met() {
        return verdict == Verdict.MET;
    }

    /** The judgement and who could meet it, in one line. */
    public Text line() {
        return could.spans().isEmpty() ? said : said.plain("; needs ").text(could);
    }

    /** The line in plain words. */
    public String spoken() {
        return line().spoken();
    }
}

package dev.signalman.slack.inbound;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.card.FormOption;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.dispatch.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks whoever promotes without a reason for one, and for whatever else a form can ask for. */
final class ReasonForm implements CommandForm<Promote> {
    static final String LONG =
            "a version whose name is longer than Slack would take it for a value of an option in a menu";

    /** The secrets that were handed over, by the form they were typed in. */
    final Map<String, String> secrets = new LinkedHashMap<>();

    final List<String> typed = new ArrayList<>();

    /** What can be chosen, for what is typed; may take its time. */
    volatile Function<String, List<FormOption>> regions = any -> List.of(FormOption.of("eu-1"), FormOption.of("us-1"));

    /** Done before a form is made. */
    volatile Runnable before = () -> {};

    @Override
    public @Nullable Form form(Promote promote, Invocation asked) {
        before.run();
        if (promote.because() != null) {
            return null;
        }
        var region = promote.parameters().get("REGION");
        return new Form(
                "Promote to production",
                "Promote",
                "Say why.",
                List.of(
                        new Field.LookedUp(
                                "region", "Region", "", false, region == null ? null : FormOption.of(region), true),
                        new Field.Chosen(
                                "version",
                                "Version",
                                "",
                                true,
                                List.of(FormOption.of("v1"), FormOption.of("v2"), FormOption.of(LONG)),
                                List.of("v1"),
                                false),
                        new Field.Chosen(
                                "with",
                                "With",
                                "",
                                false,
                                List.of(FormOption.of("a"), FormOption.of("b")),
                                List.of("b"),
                                true),
                        new Field.Secret("token", "Token", "", 20),
                        Field.Written.lines("why", "Reason", "Everybody reads it.", 40)));
    }

    @Override
    public Promote completed(Promote promote, FormSubmission filled) {
        if (filled.needed("why").equals("because")) {
            throw InvalidFormException.of("why", "That is no reason.");
        }
        if (filled.needed("why").equals("never")) {
            throw new Refusal("Not today.");
        }
        secrets.put(filled.form(), filled.needed("token"));
        var parameters = new LinkedHashMap<>(promote.parameters());
        parameters.put("VERSION", filled.needed("version"));
        parameters.put("WITH", String.join(",", filled.all("with")));
        return new Promote(promote.promotion(), promote.subject(), parameters, false, false, filled.needed("why"));
    }

    @Override
    public List<FormOption> choices(Promote promote, String field, String typed) {
        this.typed.add(field + ": " + typed + " after " + promote.parameters());
        return regions.apply(typed);
    }

    @Override
    public Promote redrawn(Promote promote, String field, String value) {
        return new Promote(promote.promotion(), promote.subject(), Map.of("REGION", value), false, false, null);
    }
}

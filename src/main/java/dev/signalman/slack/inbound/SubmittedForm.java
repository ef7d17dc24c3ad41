package dev.signalman.slack.inbound;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.ViewState;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.slack.blocks.FormRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A submitted form.
 *
 * @param viewId Slack's id of the open form
 * @param memo the form's metadata; null if malformed
 * @param fields the names of all fields, in order
 */
record SubmittedForm(String viewId, @Nullable FormMetadata memo, FormSubmission submission, List<String> fields) {
    /** Reads a payload; null if it is not one of the bot's forms. */
    static @Nullable SubmittedForm read(ViewSubmissionPayload payload) {
        var view = payload.getView();
        var user = payload.getUser();
        if (view == null
                || view.getId() == null
                || user == null
                || user.getId() == null
                || !FormRenderer.CALLBACK.equals(view.getCallbackId())) {
            return null;
        }
        var values = values(view.getState());
        var actor = InboundText.actor(user.getId(), user.getTeamId(), user.getName(), user.getUsername());
        return new SubmittedForm(
                view.getId(),
                FormMetadata.read(view.getPrivateMetadata()),
                new FormSubmission(view.getId(), actor, values),
                List.copyOf(values.keySet()));
    }

    private static Map<String, List<String>> values(@Nullable ViewState state) {
        var values = new LinkedHashMap<String, List<String>>();
        if (state != null && state.getValues() != null) {
            state.getValues().forEach((field, elements) -> {
                if (elements != null) {
                    elements.values().stream()
                            .filter(Objects::nonNull)
                            .forEach(element -> values.put(InboundText.text(field), given(element)));
                }
            });
        }
        return values;
    }

    private static List<String> given(ViewState.Value element) {
        if (element.getSelectedOptions() != null) {
            return element.getSelectedOptions().stream()
                    .filter(Objects::nonNull)
                    .map(option -> InboundText.text(option.getValue()))
                    .toList();
        }
        var chosen = element.getSelectedOption();
        var text = chosen == null ? element.getValue() : chosen.getValue();
        return text == null || text.isEmpty() ? List.of() : List.of(InboundText.text(text));
    }

    @Override
    public String toString() {
        return "SubmittedForm[" + viewId + "]";
    }
}

package dev.signalman.slack.outbound;

import dev.signalman.dispatch.MessengerException.Kind;
import java.util.Map;
import java.util.Set;

/** Sorts the words with which Slack refuses. */
final class SlackErrors {
    private static final Map<Kind, Set<String>> WORDS = Map.of(
            Kind.LIMITED,
            Set.of("ratelimited", "rate_limited", "message_limit_exceeded"),
            Kind.NO_PLACE,
            Set.of(
                    "channel_not_found",
                    "not_in_channel",
                    "is_archived",
                    "channel_is_archived",
                    "is_inactive",
                    "user_not_in_channel",
                    "messages_tab_disabled",
                    "cannot_dm_bot",
                    "channel_type_not_supported",
                    "restricted_action",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_locked",
                    "restricted_action_thread_only_channel",
                    "restricted_action_non_threadable_channel"),
            Kind.NO_MESSAGE,
            Set.of(
                    "message_not_found",
                    "cant_update_message",
                    "edit_window_closed",
                    "thread_not_found",
                    "cannot_reply_to_message"),
            Kind.MALFORMED,
            Set.of(
                    "invalid_blocks",
                    "invalid_blocks_format",
                    "block_mismatch",
                    "msg_blocks_too_long",
                    "msg_too_long",
                    "no_text",
                    "invalid_payload",
                    "invalid_arguments",
                    "invalid_array_arg",
                    "invalid_form_data",
                    "invalid_json",
                    "invalid_charset",
                    "invalid_attachments",
                    "too_many_attachments"),
            Kind.NOT_ALLOWED,
            Set.of(
                    "invalid_auth",
                    "not_authed",
                    "account_inactive",
                    "token_revoked",
                    "token_expired",
                    "missing_scope",
                    "no_permission",
                    "access_denied",
                    "ekm_access_denied",
                    "not_allowed_token_type",
                    "org_login_required",
                    "enterprise_is_restricted",
                    "team_access_not_granted",
                    "two_factor_setup_required"),
            Kind.USED_UP,
            Set.of(
                    "used_url",
                    "expired_url",
                    "expired_trigger_id",
                    "exchanged_trigger_id",
                    "trigger_expired",
                    "trigger_exchanged"),
            Kind.UNREACHABLE,
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"));

    private SlackErrors() {}

    static Kind kind(String word) {
        return WORDS.entrySet().stream()
                .filter(each -> each.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.REFUSED);
    }
}

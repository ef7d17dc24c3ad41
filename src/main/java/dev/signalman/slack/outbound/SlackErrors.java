package dev.signalman.slack.outbound;

import static java.util.Map.entry;

import dev.signalman.chat.MessengerException.Kind;
import java.util.Map;
import java.util.Set;

/**
 * Classifies Slack's error codes (docs/slack.md, "Refusals"). A code that may concern one channel is never classified
 * as a problem of the token: one channel would block all others.
 */
final class SlackErrors {
    private static final Map<Kind, Set<String>> WORDS = Map.ofEntries(
            entry(Kind.LIMITED, Set.of("ratelimited", "rate_limited", "message_limit_exceeded")),
            entry(
                    Kind.NOT_ALLOWED,
                    Set.of(
                            "invalid_auth",
                            "not_authed",
                            "account_inactive",
                            "token_revoked",
                            "token_expired",
                            "not_allowed_token_type",
                            "missing_scope",
                            "org_login_required",
                            "enterprise_is_restricted",
                            "two_factor_setup_required",
                            "accesslimited",
                            "deprecated_endpoint",
                            "method_deprecated",
                            "upgrade_required")),
            entry(
                    Kind.NO_PLACE,
                    Set.of(
                            "channel_not_found",
                            "duplicate_channel_not_found",
                            "cannot_find_channel",
                            "channel_is_limited_access",
                            "channel_type_not_supported",
                            "team_not_found",
                            "not_in_channel",
                            "no_permission",
                            "is_archived",
                            "channel_is_archived",
                            "is_inactive",
                            "messages_tab_disabled",
                            "not_enabled",
                            "cannot_dm_bot",
                            "posting_to_channel_denied",
                            "posting_to_general_channel_denied",
                            "restricted_action",
                            "restricted_action_read_only_channel",
                            "restricted_action_thread_only_channel")),
            entry(
                    Kind.SHUT,
                    Set.of("access_denied", "ekm_access_denied", "team_access_not_granted", "action_prohibited")),
            entry(
                    Kind.NO_THREAD,
                    Set.of(
                            "thread_not_found",
                            "invalid_thread_ts",
                            "cannot_reply_to_message",
                            "restricted_action_thread_locked",
                            "restricted_action_non_threadable_channel")),
            entry(Kind.NO_MESSAGE, Set.of("message_not_found", "cannot_find_message", "not_found")),
            entry(Kind.FROZEN, Set.of("cant_update_message", "edit_window_closed")),
            entry(
                    Kind.MALFORMED,
                    Set.of(
                            "invalid_blocks",
                            "invalid_blocks_format",
                            "block_mismatch",
                            "msg_blocks_too_long",
                            "msg_too_long",
                            "view_too_large",
                            "no_text",
                            "markdown_text_conflict",
                            "invalid_payload",
                            "invalid_arguments",
                            "invalid_arg_name",
                            "invalid_array_arg",
                            "invalid_form_data",
                            "invalid_json",
                            "json_not_object",
                            "invalid_charset",
                            "invalid_post_type",
                            "missing_post_type",
                            "invalid_attachments",
                            "too_many_attachments",
                            "too_many_contact_cards",
                            "attachment_payload_limit_exceeded",
                            "cannot_parse_attachment",
                            "invalid_unfurls_format",
                            "slack_connect_blocked_file_type",
                            "slack_connect_canvas_sharing_blocked",
                            "slack_connect_clip_sharing_blocked",
                            "slack_connect_file_link_sharing_blocked",
                            "slack_connect_file_upload_sharing_blocked",
                            "slack_connect_lists_sharing_blocked")),
            entry(
                    Kind.NOBODY,
                    Set.of(
                            "user_not_found",
                            "users_not_found",
                            "user_not_visible",
                            "user_not_in_channel",
                            "no_such_subteam",
                            "subteam_not_found")),
            entry(
                    Kind.USED_UP,
                    Set.of(
                            "used_url",
                            "expired_url",
                            "invalid_trigger_id",
                            "expired_trigger_id",
                            "exchanged_trigger_id",
                            "trigger_expired",
                            "trigger_exchanged")),
            entry(
                    Kind.UNREACHABLE,
                    Set.of(
                            "internal_error",
                            "fatal_error",
                            "service_unavailable",
                            "request_timeout",
                            "team_added_to_org",
                            "update_failed",
                            "external_channel_migrating",
                            "streaming_state_conflict",
                            "rollup_error")));

    private SlackErrors() {}

    static Kind kind(String word) {
        return WORDS.entrySet().stream()
                .filter(each -> each.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.REFUSED);
    }
}

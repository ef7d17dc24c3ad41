package dev.signalman.app.config;

import dev.signalman.keyring.Keyring;
import dev.signalman.storage.DatabaseAddress;

/** Where the ledger is, and with which keys it can be verified. */
public record LedgerSettings(DatabaseAddress database, Keyring keyring) {}

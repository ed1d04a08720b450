package dev.ringback.engine.alert;

/// Whom a tenant has told.
///
/// @param email      null for nobody
/// @param escalateTo null for the same
/// @param webhookUrl null for none
record Listeners(String email, String escalateTo, String language, String webhookUrl, String webhookSecretName) {

    String address(boolean isEscalation) {
        return isEscalation && escalateTo != null ? escalateTo : email;
    }
}

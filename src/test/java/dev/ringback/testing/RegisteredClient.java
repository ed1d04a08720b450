package dev.ringback.testing;

import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/// A client of the agency, registered over HTTP as an operator does it.
public record RegisteredClient(UUID id, String apiKey) {

    public static RegisteredClient register(String name) {
        var answer = RestAssured.given().header("apikey", Tokens.SECRET_KEY).contentType(ContentType.JSON)
                .body(Map.of("business_name", name, "email", "%s-%s@clients.example".formatted(name, UUID.randomUUID())))
                .post("/functions/v1/growth-client-register")
                .then().statusCode(201).extract().jsonPath();
        return new RegisteredClient(answer.getUUID("client_id"), answer.getString("api_key"));
    }

    /// A request of the client's own program.
    public RequestSpecification given() {
        return RestAssured.given().header("Authorization", "Bearer " + apiKey).contentType(ContentType.JSON);
    }

    /// Answers the lead's id.
    public UUID submits(String email) {
        return given().body(Map.of("email", email, "name", "Somebody", "message", "How soon could you come?"))
                .post("/functions/v1/growth-lead-submit")
                .then().statusCode(200).extract().jsonPath().getUUID("lead_id");
    }
}

package dev.ringback.bench;

import io.quarkus.test.junit.QuarkusTestProfile;

/// An instance as in production: its settings, its clock; which database, the process that started it says.
public class BenchProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "prod";
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}

package dev.ringback.growth.finding;

/// Between which shares the true one lies, two-sided at 95 %: E. B. Wilson, "Probable Inference, the Law of Succession, and
/// Statistical Inference", 1927.
record WilsonInterval(double lower, double upper) {

    private static final double Z = 1.959963984540054;

    /// @param trials at least one
    static WilsonInterval of(long successes, long trials) {
        var share = (double) successes / trials;
        var weight = Z * Z / trials;
        var centre = (share + weight / 2) / (1 + weight);
        var reach = Z * Math.sqrt((share * (1 - share) + weight / 4) / trials) / (1 + weight);
        return new WilsonInterval(Math.max(0, centre - reach), Math.min(1, centre + reach));
    }
}

namespace TorchSharp;

/// <summary>Whether Euclidean distances come from one matrix product, ‖x‖² + ‖y‖² − 2xy; the default does where there are more than 25 rows.</summary>
public enum compute_mode
{
    use_mm_for_euclid_dist_if_necessary = 0,
    use_mm_for_euclid_dist = 1,
    donot_use_mm_for_euclid_dist = 2,
}

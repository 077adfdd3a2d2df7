/// The tables of each case, one file per phase or two, in the order of the acts.
extension WorkedCase {
  var files: [(name: String, bytes: [UInt8])] {
    switch self {
    case .cloud:
      [
        ("case-cloud-0-foundations.csv", PackageResources.case_cloud_0_foundations_csv),
        ("case-cloud-1-agreement.csv", PackageResources.case_cloud_1_agreement_csv),
        ("case-cloud-2-policy.csv", PackageResources.case_cloud_2_policy_csv),
        ("case-cloud-3-objectives.csv", PackageResources.case_cloud_3_objectives_csv),
        ("case-cloud-4-risk.csv", PackageResources.case_cloud_4_risk_csv),
        ("case-cloud-5-controls.csv", PackageResources.case_cloud_5_controls_csv),
        ("case-cloud-5-evidence.csv", PackageResources.case_cloud_5_evidence_csv),
        ("case-cloud-6-evaluation.csv", PackageResources.case_cloud_6_evaluation_csv),
        ("case-cloud-7-workshop.csv", PackageResources.case_cloud_7_workshop_csv),
      ]
    case .cyberspace:
      [
        ("case-cyberspace-0-foundations.csv", PackageResources.case_cyberspace_0_foundations_csv),
        ("case-cyberspace-1-rules.csv", PackageResources.case_cyberspace_1_rules_csv),
        ("case-cyberspace-3-policy-objectives.csv", PackageResources.case_cyberspace_3_policy_objectives_csv),
        ("case-cyberspace-4-risk.csv", PackageResources.case_cyberspace_4_risk_csv),
        (
          "case-cyberspace-5-controls-evaluation.csv",
          PackageResources.case_cyberspace_5_controls_evaluation_csv
        ),
      ]
    case .single:
      [
        ("case-single-0-foundations.csv", PackageResources.case_single_0_foundations_csv),
        ("case-single-1-context.csv", PackageResources.case_single_1_context_csv),
        ("case-single-3-policy-objectives.csv", PackageResources.case_single_3_policy_objectives_csv),
        ("case-single-5-controls.csv", PackageResources.case_single_5_controls_csv),
        ("case-single-6-evaluation.csv", PackageResources.case_single_6_evaluation_csv),
      ]
    }
  }
}

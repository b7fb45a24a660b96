// swift-tools-version: 6.2

import PackageDescription

/// Every Swift target of the package is compiled with these.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The libraries a host can import, lowest layer first. Each is a target and a product of the same name.
/// A target depends only on targets listed before it.
let layers: [(name: String, dependencies: [Target.Dependency])] = [
    ("HelpdeskMath", ["CHelpdeskBLAS", "CHelpdeskLAPACKE", "CHelpdeskKernels"]),
    ("VectorSearch", ["HelpdeskMath", "CHelpdeskKernels"]),
    ("WordPiece", ["HelpdeskJSON"]),
    ("SentenceEmbeddings", ["WordPiece", "HelpdeskMath", "HelpdeskJSON", "CHelpdeskKernels"]),
    ("HelpdeskLanguage", []),
    ("HelpdeskTriage", ["SentenceEmbeddings", "HelpdeskMath"]),
    ("HelpdeskKnowledge", ["SentenceEmbeddings", "VectorSearch", "HelpdeskMath"]),
    (
        "Helpdesk",
        [
            "HelpdeskMath", "HelpdeskKnowledge", "HelpdeskTriage", "HelpdeskLanguage", "SentenceEmbeddings",
            "VectorSearch",
            .product(name: "Logging", package: "swift-log"),
        ]
    ),
    ("HelpdeskFiles", ["HelpdeskKnowledge", "SentenceEmbeddings", "VectorSearch", "HelpdeskJSON"]),
    (
        "HelpdeskTesting",
        ["Helpdesk", "HelpdeskKnowledge", "HelpdeskLanguage", "HelpdeskTriage", "SentenceEmbeddings", "VectorSearch"]
    ),
]

let package = Package(
    name: "swift-helpdesk",
    platforms: [.macOS(.v15)],
    products: layers.map { .library(name: $0.name, targets: [$0.name]) },
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2")
    ],
    targets: [
        .systemLibrary(
            name: "CHelpdeskBLAS",
            providers: [.apt(["libblas-dev"]), .brew(["openblas"])]
        ),
        .systemLibrary(
            name: "CHelpdeskLAPACKE",
            providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]
        ),
        .target(name: "CHelpdeskKernels"),
        .target(name: "HelpdeskJSON", swiftSettings: swiftSettings),
    ]
        + layers.map { .target(name: $0.name, dependencies: $0.dependencies, swiftSettings: swiftSettings) }
        + [
            .testTarget(
                name: "CHelpdeskKernelsTests", dependencies: ["CHelpdeskKernels"], swiftSettings: swiftSettings),
            .testTarget(name: "HelpdeskJSONTests", dependencies: ["HelpdeskJSON"], swiftSettings: swiftSettings),
        ]
        + layers.map {
            .testTarget(
                name: "\($0.name)Tests",
                dependencies: [.target(name: $0.name)] + $0.dependencies.filter(isLayer) + testDependencies($0.name),
                resources: ["WordPiece", "SentenceEmbeddings", "VectorSearch"].contains($0.name)
                    ? [.copy("Golden")] : [],
                swiftSettings: swiftSettings)
        }
)

/// Whether a dependency is a Swift or C target of this package that tests may import too.
func isLayer(_ dependency: Target.Dependency) -> Bool {
    if case .byNameItem(let name, _) = dependency {
        return !name.hasPrefix("CHelpdeskBLAS") && !name.hasPrefix("CHelpdeskLAPACKE")
    }
    return false
}

/// What the tests of a layer use beyond the layer itself.
func testDependencies(_ name: String) -> [Target.Dependency] {
    switch name {
    case "SentenceEmbeddings", "HelpdeskKnowledge", "Helpdesk", "VectorSearch", "HelpdeskTesting":
        ["HelpdeskFiles", "HelpdeskTesting"].filter { $0 != name }.map { .target(name: $0) }
    default: []
    }
}

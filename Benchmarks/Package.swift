// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-helpdesk", path: "..", traits: ["AsyncHTTPClient"]),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "bench",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Helpdesk", package: "swift-helpdesk"),
                .product(name: "HelpdeskClaude", package: "swift-helpdesk"),
                .product(name: "HelpdeskFiles", package: "swift-helpdesk"),
                .product(name: "HelpdeskHTTP", package: "swift-helpdesk"),
                .product(name: "HelpdeskMath", package: "swift-helpdesk"),
                .product(name: "HelpdeskOpenAI", package: "swift-helpdesk"),
                .product(name: "HelpdeskTriage", package: "swift-helpdesk"),
                .product(name: "WordPiece", package: "swift-helpdesk"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ]
)

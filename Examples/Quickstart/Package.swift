// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "quickstart",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "quickstart", targets: ["quickstart"])
    ],
    dependencies: [
        // In a project of your own: .package(url: "https://…/swift-helpdesk", from: "…")
        // The trait adds the transport that goes to the network, for language models.
        .package(name: "swift-helpdesk", path: "../..", traits: ["AsyncHTTPClient"]),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "quickstart",
            dependencies: [
                .product(name: "Helpdesk", package: "swift-helpdesk"),
                .product(name: "HelpdeskFiles", package: "swift-helpdesk"),
                .product(name: "HelpdeskHTTP", package: "swift-helpdesk"),
                .product(name: "HelpdeskClaude", package: "swift-helpdesk"),
                .product(name: "HelpdeskOpenAI", package: "swift-helpdesk"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Quickstart",
            resources: [.copy("HelpCentre")],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ]
)
